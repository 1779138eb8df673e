using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Hands out the market in memory, never older than the call: where the database tells a version that is not held, the caller waits
/// for the load that runs, and for one more if that began too early. One load runs at a time. All callers share it, so none can cancel it.
/// </summary>
public sealed class LiveMarkets(IMarketVersions versions, IServiceScopeFactory scopes, IDatabaseFaults faults, TimeProvider time) : IDisposable
{
    /// <summary>Of one load, which is no request's.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task<Held>? _loading;
    private Held? _held;
    private MarketView? _view;

    // What the next load goes on from; null while one runs.
    private HeldMarket? _following;

    // Loads that began.
    private long _begun;

    /// <summary>What is held, without a question to the database; null before the first load.</summary>
    public HeldMarketStatus? Status => Volatile.Read(ref _held)?.State.Market is { } market
        ? new HeldMarketStatus(market.Version.Contracts, market.Digest.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), market.Count, market.Bytes)
        : null;

    /// <summary>The market as it is now. Fails as the database does.</summary>
    public async ValueTask<PinnedMarket> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the version: a stamp may be of an earlier minute than the answer, never of a later one.
        var now = time.GetUtcNow();
        var begun = Volatile.Read(ref _begun);
        var version = await versions.ReadAsync(cancellationToken);
        var held = Volatile.Read(ref _held);
        while (held is null || !IsEnough(held, version, begun)) held = await LoadAsync().WaitAsync(cancellationToken);

        var lasts = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        return new PinnedMarket(ViewOf(held.State.Market, now), lasts);
    }

    /// <summary>A load that runs ends with the process.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>Of the version that was told, or by a load that began after the question.</summary>
    private static bool IsEnough(Held held, MarketVersion version, long begun) =>
        held.Number > begun || held.State.Market.Version.IsSameMarketAs(version);

    private MarketView ViewOf(LiveMarket market, DateTimeOffset now)
    {
        var instant = MarketInstant.Of(now, market.Version.ChangedAt);
        var view = Volatile.Read(ref _view);
        if (view is not null && ReferenceEquals(view.Market, market) && view.Instant == instant) return view;
        view = new MarketView(market, instant);
        Volatile.Write(ref _view, view);
        return view;
    }

    /// <summary>Holds the next slice of the market against the database. What differs is returned, and is right from then on.</summary>
    public async Task<IReadOnlyList<string>> ProveAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var proving = LoadAsync(isToProve: true, out var isMine);
            var held = await proving.WaitAsync(cancellationToken);
            if (isMine) return held.State.Differences;
        }
    }

    private Task<Held> LoadAsync() => LoadAsync(isToProve: false, out _);

    /// <param name="isToProve">What for.</param>
    /// <param name="isMine">Whether it was begun for this caller.</param>
    private Task<Held> LoadAsync(bool isToProve, out bool isMine)
    {
        lock (_lock)
        {
            // One that ended is not joined, however it ended.
            isMine = _loading is not { IsCompleted: false };
            return isMine ? _loading = Task.Run(() => LoadNowAsync(isToProve)) : _loading!;
        }
    }

    private async Task<Held> LoadNowAsync(bool isToProve)
    {
        var number = Interlocked.Increment(ref _begun);
        // Of real time, as the database has it, however fast the application's clock goes.
        using var limit = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        try
        {
            return await LoadNowAsync(number, isToProve, either.Token);
        }
        catch (Exception exception) when (faults.Explain(exception) is { Kind: DatabaseFaultKind.Unavailable } && !either.IsCancellationRequested)
        {
            // A database that was away and is back is found by a connection that died with it, once.
            return await LoadNowAsync(number, isToProve, either.Token);
        }
    }

    private async Task<Held> LoadNowAsync(long number, bool isToProve, CancellationToken cancellationToken)
    {
        // A memory that a failed load has changed in part is of no version.
        var before = Interlocked.Exchange(ref _following, null);
        await using var scope = scopes.CreateAsyncScope();
        // Over a session that only reads, and which the database cuts by itself.
        scope.ServiceProvider.GetRequiredService<IReadingLimit>().Set(Limit);
        var state = await scope.ServiceProvider.GetRequiredService<MarketLoading>().CatchUpAsync(before, isToProve, cancellationToken);
        _following = state;
        var held = new Held(state, number);
        Volatile.Write(ref _held, held);
        return held;
    }

    /// <param name="State">What is held.</param>
    /// <param name="Number">Of the load, counted when it began, which was before its snapshot.</param>
    private sealed record Held(HeldMarket State, long Number);
}
