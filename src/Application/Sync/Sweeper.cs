using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync;

/// <summary>Makes this process the one that sweeps (M7), where no other process sweeps.</summary>
public sealed class Sweeper(
    ISweeperLock gate,
    SyncRun sync,
    JobBoard jobs,
    IEsiBudget budget,
    IDatabaseFaults faults,
    SyncMetrics metrics,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<Sweeper> logger)
{
    /// <summary>Null where another process sweeps. Throws the database's own faults.</summary>
    public async Task<SweeperSession?> TryBeginAsync(CancellationToken cancellationToken)
    {
        var lease = await gate.TryAcquireAsync(cancellationToken);
        if (lease is null) return null;

        var session = new SweeperSession(lease, sync, new SweeperActivity(budget, metrics, time), jobs, scopes, faults, metrics, time, logger);
        await session.BeginAsync(cancellationToken);
        return session;
    }

    /// <summary>The process that sweeps, by its last report; null where none reported. Throws the database's own faults.</summary>
    public async Task<SweeperHolder?> FindHolderAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var states = scope.ServiceProvider.GetRequiredService<IReadRepository<SweeperState>>();
        var state = (await states.ListAsync(new TheSweeper(), cancellationToken)).SingleOrDefault();
        return state is { Holder: { } holder, Since: { } since, SeenAt: { } seenAt }
            ? new SweeperHolder(holder, since, seenAt, state.IsActive(time.GetUtcNow()))
            : null;
    }
}

/// <summary>
/// The process that sweeps. <paramref name="Name"/> is its machine and process id, <c>web-1:4711</c>. <paramref name="IsActive"/> is true
/// where it sent a beat lately.
/// </summary>
public sealed record SweeperHolder(string Name, DateTimeOffset Since, DateTimeOffset SeenAt, bool IsActive);

/// <summary>The only row, or none while no process ever swept.</summary>
public sealed class TheSweeper : Specification<SweeperState>
{
    public TheSweeper() => Query.Where(state => state.Id == SweeperState.OnlyId);
}
