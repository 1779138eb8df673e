using HangarBay.Application.Abstractions;
using HangarBay.Application.Pipeline;
using HangarBay.Application.Status;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync;

/// <summary>
/// The time during which this process sweeps. It holds the lock, reports its state to the other processes at intervals, and releases the
/// lock when disposed. A failed report stops no round.
/// </summary>
public sealed class SweeperSession : IAsyncDisposable
{
    private static readonly TimeSpan BetweenBeats = TimeSpan.FromSeconds(5);

    // Shutdown waits no longer than this for the database.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private static readonly string Me = FormattableString.Invariant($"{Environment.MachineName}:{Environment.ProcessId}");

    private readonly ISweeperLease _lease;
    private readonly SyncRun _sync;
    private readonly SweeperActivity _activity;
    private readonly JobBoard _jobs;
    private readonly IServiceScopeFactory _scopes;
    private readonly IDatabaseFaults _faults;
    private readonly SyncMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DateTimeOffset _since;
    private readonly CancellationTokenSource _ended = new();
    private Task _beating = Task.CompletedTask;
    private bool _isMute;

    internal SweeperSession(
        ISweeperLease lease,
        SyncRun sync,
        SweeperActivity activity,
        JobBoard jobs,
        IServiceScopeFactory scopes,
        IDatabaseFaults faults,
        SyncMetrics metrics,
        TimeProvider time,
        ILogger logger)
    {
        _lease = lease;
        _sync = sync;
        _activity = activity;
        _jobs = jobs;
        _scopes = scopes;
        _faults = faults;
        _metrics = metrics;
        _time = time;
        _logger = logger;
        _since = time.GetUtcNow();
    }

    /// <summary>Cancelled once the lock is known to be lost: from then on another process may sweep.</summary>
    public CancellationToken Lost => _lease.Lost;

    /// <summary>Runs one round like <see cref="SyncRun.RunAsync"/>. The round ends where the lock is lost.</summary>
    /// <exception cref="SweeperLostException">The lock was lost meanwhile.</exception>
    public async Task<SyncSummary> RunAsync(
        ListRegions what, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        using var span = Tracing.Source.StartActivity("SyncRound");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Lost);
        try
        {
            var summary = await _sync.RunAsync(what, _activity.Listen(progress), either.Token);
            return summary.Stopped && IsLostBefore(cancellationToken) ? throw new SweeperLostException() : summary;
        }
        catch (Exception exception) when (exception is not SweeperLostException && IsLostBefore(cancellationToken))
        {
            // An unavailable database ends the lock too. The round may meet either of the two first.
            throw new SweeperLostException();
        }
        finally
        {
            _activity.Rest();
        }
    }

    /// <summary>Publishes that this process may not sweep. The reason names no address; the process's operator finds more in its log.</summary>
    public async Task RefuseAsync()
    {
        using var patience = new CancellationTokenSource(Farewell, _time);
        await TellAsync(state => state.Refuse("The configured source is not the one whose contracts this database holds."), patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _beating;
        if (!Lost.IsCancellationRequested)
        {
            using var patience = new CancellationTokenSource(Farewell, _time);
            await TellAsync(state => state.Release(Me), patience.Token);
        }

        _metrics.LockHeld(false);
        await _lease.DisposeAsync();
        _ended.Dispose();
    }

    internal async Task BeginAsync(CancellationToken cancellationToken)
    {
        _metrics.LockHeld(true);
        await TellAsync(state => state.Take(Me, _since), cancellationToken);
        _beating = BeatAsync(_ended.Token);
    }

    private bool IsLostBefore(CancellationToken cancellationToken) =>
        Lost.IsCancellationRequested && !cancellationToken.IsCancellationRequested;

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        while (!Lost.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(BetweenBeats, _time, cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            await TellAsync(Beat, cancellationToken);
        }
    }

    private void Beat(SweeperState state)
    {
        // The row could not be written when the lock was taken, or a former holder has written it since.
        if (state.Holder != Me) state.Take(Me, _since);
        state.Beat(_activity.Report(), _time.GetUtcNow());
    }

    private async Task TellJobsAsync(IRepository<SyncJob> stored, CancellationToken cancellationToken)
    {
        var known = (await stored.ListAsync(new EveryJob(), cancellationToken)).ToDictionary(job => job.Name);
        foreach (var report in _jobs.Reports)
        {
            if (known.TryGetValue(report.Name, out var job)) job.Take(report);
            else stored.Add(SyncJob.Of(report));
        }
    }

    /// <summary>Writes the state in a scope of its own, and never throws. A failure is logged once.</summary>
    private async Task TellAsync(Action<SweeperState> what, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var states = scope.ServiceProvider.GetRequiredService<IRepository<SweeperState>>();
            var state = await states.FindAsync(SweeperState.OnlyId, cancellationToken);
            if (state is null) states.Add(state = SweeperState.Nobody());
            what(state);
            await TellJobsAsync(scope.ServiceProvider.GetRequiredService<IRepository<SyncJob>>(), cancellationToken);
            await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(cancellationToken);
            _isMute = false;
        }
        catch (Exception exception)
        {
            if (_isMute || cancellationToken.IsCancellationRequested) return;
            _isMute = true;
            Log.CannotTell(_logger, _faults.Explain(exception)?.Message ?? exception.GetType().Name);
        }
    }
}
