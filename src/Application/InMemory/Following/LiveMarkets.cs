using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Returns the market in memory, never older than the call. If the database has a version that is not held, the caller waits for the
/// running load, and for one more if that load began before the version was committed. One load runs at a time. All callers share it, so none can cancel it.
/// </summary>
public sealed class LiveMarkets(IMarketVersions versions, IServiceScopeFactory scopes, IDatabaseFaults faults, TimeProvider time) : IDisposable
{
    /// <summary>Time limit of one load. A load belongs to no request.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stopping = new();
    private Task<Held>? _loading;
    private Held? _held;
    private MarketView? _view;

    // The state that the next load starts from; null while a load runs.
    private HeldMarket? _following;

    // Number of loads that have begun.
    private long _begun;

    /// <summary>The market that is held, without a query to the database; null before the first load.</summary>
    public HeldMarketStatus? Status => Volatile.Read(ref _held)?.State.Market is { } market
        ? new HeldMarketStatus(market.Version.Contracts, market.Digest.ToString("x16", System.Globalization.CultureInfo.InvariantCulture), market.Count, market.Bytes)
        : null;

    /// <summary>The market as it is now. Throws what the database throws.</summary>
    public async ValueTask<PinnedMarket> ReadAsync(CancellationToken cancellationToken)
    {
        // The time is read before the version: a stamp may be of an earlier minute than the answer, never of a later one.
        var now = time.GetUtcNow();
        var begun = Volatile.Read(ref _begun);
        var version = await versions.ReadAsync(cancellationToken);
        var held = Volatile.Read(ref _held);
        while (held is null || !IsEnough(held, version, begun)) held = await LoadAsync().WaitAsync(cancellationToken);

        var lasts = TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));
        return new PinnedMarket(ViewOf(held.State.Market, now), lasts);
    }

    /// <summary>Cancels a running load.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    /// <summary>Whether the market is of the version that was read, or comes from a load that began after the question.</summary>
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

    /// <summary>Compares the next slice of the market with the database. Returns the differences, and corrects them in memory.</summary>
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

    /// <param name="isToProve">Whether the load also compares a slice of the market with the database.</param>
    /// <param name="isMine">Whether the load was begun for this caller.</param>
    private Task<Held> LoadAsync(bool isToProve, out bool isMine)
    {
        lock (_lock)
        {
            // A caller never joins a load that has ended, whether it succeeded or failed.
            isMine = _loading is not { IsCompleted: false };
            return isMine ? _loading = Task.Run(() => LoadNowAsync(isToProve)) : _loading!;
        }
    }

    private async Task<Held> LoadNowAsync(bool isToProve)
    {
        var number = Interlocked.Increment(ref _begun);
        // In real time, as the database measures it, and not by the application's clock, which may run faster.
        using var limit = new CancellationTokenSource(Limit);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, _stopping.Token);
        try
        {
            return await LoadNowAsync(number, isToProve, either.Token);
        }
        catch (Exception exception) when (faults.Explain(exception) is { Kind: DatabaseFaultKind.Unavailable } && !either.IsCancellationRequested)
        {
            // After an outage of the database the first use of a dead pooled connection fails. One retry is enough.
            return await LoadNowAsync(number, isToProve, either.Token);
        }
    }

    private async Task<Held> LoadNowAsync(long number, bool isToProve, CancellationToken cancellationToken)
    {
        // A failed load may leave the memory partly changed; such a memory matches no version and is not used again.
        var before = Interlocked.Exchange(ref _following, null);
        await using var scope = scopes.CreateAsyncScope();
        // The load uses a read-only session with a time limit that the database enforces.
        scope.ServiceProvider.GetRequiredService<IReadingLimit>().Set(Limit);
        var state = await scope.ServiceProvider.GetRequiredService<MarketLoading>().CatchUpAsync(before, isToProve, cancellationToken);
        _following = state;
        var held = new Held(state, number);
        Volatile.Write(ref _held, held);
        return held;
    }

    /// <param name="State">The market that is held.</param>
    /// <param name="Number">The number of the load that read it. It is taken when the load begins, before its snapshot.</param>
    private sealed record Held(HeldMarket State, long Number);
}
