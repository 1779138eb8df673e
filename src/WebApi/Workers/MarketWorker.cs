using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence.Schema;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Workers;

/// <summary>
/// Keeps the market fresh while the site is served: it runs a round of the sync whenever a region is due, as long as no other process
/// sweeps (M7). A refused source ends it; a database or ESI that is away only delays it.
/// </summary>
internal sealed class MarketWorker(
    Sweeper sweeper, IDatabaseReadiness database, IDatabaseFaults faults, IOptions<SyncOptions> options, TimeProvider time, ILogger<MarketWorker> logger)
    : BackgroundService
{
    /// <summary>
    /// How often the lock is tried. It does not depend on how often regions are looked for, so that the sweeper is known within seconds.
    /// </summary>
    private static readonly TimeSpan Probe = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts to listen before the first round.
        await Task.Yield();
        try
        {
            // Waits until the database has its tables. The start has logged their absence already, so nothing more is logged here.
            await database.WaitAsync(stoppingToken);
            bool isToBeginAgain;
            do
            {
                await using var session = await BeginAsync(stoppingToken);
                isToBeginAgain = await SweepAsync(session, stoppingToken);
            }
            while (isToBeginAgain);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops, which is no fault.
        }
    }

    /// <summary>Waits until this process holds the lock and may sweep.</summary>
    private async Task<SweeperSession> BeginAsync(CancellationToken stoppingToken)
    {
        var (failures, isTold) = (0, false);
        while (true)
        {
            try
            {
                if (await sweeper.TryBeginAsync(stoppingToken) is { } session)
                {
                    Log.Sweeps(logger);
                    return session;
                }

                if (!isTold) Log.OnlyServes(logger, (await sweeper.FindHolderAsync(stoppingToken))?.Name ?? "its name is not known yet");
                (failures, isTold) = (0, true);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Explain(exception, failures++);
            }

            await Task.Delay(Probe, time, stoppingToken);
        }
    }

    /// <summary>Runs one round after another. Returns false where the source is refused, true where the lock is lost.</summary>
    private async Task<bool> SweepAsync(SweeperSession session, CancellationToken stoppingToken)
    {
        var failures = 0;
        while (true)
        {
            try
            {
                var summary = await session.RunAsync(new ListRegions([]) { DueOnly = true }, progress: null, stoppingToken);
                if (summary.Stopped) return false;
                failures = 0;
            }
            catch (SourceRefusedException exception)
            {
                Log.SyncRefused(logger, exception.Message);
                await session.RefuseAsync();
                return false;
            }
            catch (SweeperLostException exception)
            {
                Log.LostTheLock(logger, exception.Message);
                return true;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Explain(exception, failures++);
            }

            if (!await PauseAsync(session, failures, stoppingToken)) return true;
        }
    }

    /// <summary>Logs a fault once, not once for each try.</summary>
    private void Explain(Exception exception, int failures)
    {
        var reason = faults.Explain(exception)?.Message ?? (exception is EsiUnavailableException or SettingException ? exception.Message : null);
        if (reason is null) Log.RoundFailed(logger, exception);
        else if (failures == 0) Log.RoundDelayed(logger, reason);
    }

    /// <summary>Returns false where the lock was lost meanwhile.</summary>
    private async Task<bool> PauseAsync(SweeperSession session, int failures, CancellationToken stoppingToken)
    {
        var pause = failures == 0 ? options.Value.Poll : FirstPause * Math.Pow(2, Math.Min(failures, 10));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, session.Lost);
        try
        {
            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
