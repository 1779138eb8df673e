using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>
/// Runs one query at a time for all callers. A caller that comes while a query runs waits for the next query, which begins after the call.
/// So an answer is never older than its question, and any number of callers costs as much as two that ask in turns. While the market is
/// settled, one answer serves all callers within its lease, as nothing can be committed before the lease has expired.
/// </summary>
internal sealed class MarketVersions(IServiceScopeFactory scopes, TimeProvider time) : IMarketVersions
{
    /// <summary>Time limit of the query, which normally takes a millisecond. Each caller limits its own wait by cancellation.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();

    // Compiled once for each host, as a compiled query belongs to one engine's model.
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

            // The first caller must not wait for the query of later callers.
            if (batch is not null) await Task.Yield();
        }
    }

    /// <summary>Runs the query. It belongs to no single caller, so no caller's cancellation ends it.</summary>
    private async Task<MarketVersion> ReadAsync()
    {
        // The lease counts from before the query is sent: a commit after this time may be missing in the answer.
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
