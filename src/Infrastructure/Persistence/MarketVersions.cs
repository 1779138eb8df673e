using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>
/// One query at a time for everybody. Whoever asks while it runs waits for the next one, which begins after they asked: so
/// what they are told is never older than their question, and a crowd costs as much as two who ask in turns. While the market
/// is settled an answer does for all who ask within its lease: nothing can be committed before that has run out.
/// </summary>
internal sealed class MarketVersions(IServiceScopeFactory scopes, TimeProvider time) : IMarketVersions
{
    /// <summary>Of a query that takes a millisecond: whoever waits for it has a patience of their own.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();

    // Compiled once a host: a compiled query belongs to one engine's model.
    private readonly Func<HangarBayDbContext, CancellationToken, Task<MarketVersion?>> _query = EF.CompileAsyncQuery(
        (HangarBayDbContext context, CancellationToken _) => context.Set<MarketState>()
            .Where(state => state.Id == MarketState.OnlyId)
            .Select(state => new MarketVersion(
                state.Version,
                context.Set<MarketMark>().Where(mark => mark.Version == state.Version).Select(mark => (long?)mark.Mark).FirstOrDefault(),
                context.Set<RegionCoverage>().Sum(coverage => coverage.Version + 1L),
                state.ChangedAt,
                state.IsSettled))
            .FirstOrDefault());

    private bool _isReading;
    private TaskCompletionSource<MarketVersion>? _next;
    private Lease? _lease;

    public Task<MarketVersion> ReadAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _lease) is { } lease && Lasts(lease)) return lease.Version;

        TaskCompletionSource<MarketVersion> mine;
        lock (_lock)
        {
            if (_isReading) return (_next ??= NewBatch()).Task.WaitAsync(cancellationToken);
            _isReading = true;
            mine = NewBatch();
        }

        _ = ReadForAsync(mine);
        return mine.Task.WaitAsync(cancellationToken);
    }

    private static TaskCompletionSource<MarketVersion> NewBatch() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task ReadForAsync(TaskCompletionSource<MarketVersion>? batch)
    {
        while (batch is not null)
        {
            try
            {
                batch.SetResult(_lease is { } lease && Lasts(lease) ? await lease.Version : await ReadAsync());
            }
            catch (Exception exception)
            {
                batch.SetException(exception);
            }

            lock (_lock)
            {
                (batch, _next) = (_next, null);
                _isReading = batch is not null;
            }

            // The first who asked is not held up by those who asked later.
            if (batch is not null) await Task.Yield();
        }
    }

    /// <summary>For nobody in particular, so nobody's going away ends it.</summary>
    private async Task<MarketVersion> ReadAsync()
    {
        // Before the query is sent: what is committed later than this is not in its answer.
        var since = time.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IReadingLimit>().Set(Limit);
        var context = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        var version = await _query(context, CancellationToken.None) ?? MarketVersion.None;
        Volatile.Write(ref _lease, version.IsSettled ? new Lease(Task.FromResult(version), since) : null);
        return version;
    }

    private bool Lasts(Lease lease) => time.GetElapsedTime(lease.Since) < MarketLease.Length;

    private sealed record Lease(Task<MarketVersion> Version, long Since);
}
