using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Workers;

/// <summary>
/// Keeps the market fresh while the site is served: a round of the sync whenever a region is due. A source that is refused
/// ends it, a database or ESI that is away only delays it.
/// </summary>
internal sealed class MarketWorker(
    SyncRun sync, IDatabaseFaults faults, IOptions<SyncOptions> options, TimeProvider time, ILogger<MarketWorker> logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts to listen before the first round.
        await Task.Yield();
        var failures = 0;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await sync.RunAsync(new ListRegions([]) { DueOnly = true }, progress: null, stoppingToken);
                failures = 0;
            }
            catch (DomainException exception)
            {
                Log.SyncRefused(logger, exception.Message);
                return;
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                Explain(exception, failures++);
            }

            if (!await PauseAsync(failures, stoppingToken)) return;
        }
    }

    /// <summary>Once a fault in the log, not once a try.</summary>
    private void Explain(Exception exception, int failures)
    {
        var reason = faults.Explain(exception)?.Message ?? (exception as EsiUnavailableException)?.Message;
        if (reason is null) Log.RoundFailed(logger, exception);
        else if (failures == 0) Log.RoundDelayed(logger, reason);
    }

    private async Task<bool> PauseAsync(int failures, CancellationToken stoppingToken)
    {
        var pause = failures == 0 ? options.Value.Poll : FirstPause * Math.Pow(2, Math.Min(failures, 10));
        try
        {
            await Task.Delay(pause < LongestPause ? pause : LongestPause, time, stoppingToken);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
