using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Infrastructure.Persistence.Schema;

namespace HangarBay.WebApi.Workers;

/// <summary>
/// Keeps the market in memory close to the database, so that requests seldom wait for a load: at the start, after every commit of this
/// process, and once a second. No request relies on it. Once a minute it compares a slice of the market with the database.
/// </summary>
internal sealed class MarketFollower(
    LiveMarkets markets, MarketCommits commits, MarketMetrics metrics, IDatabaseReadiness database, IDatabaseFaults faults, TimeProvider time,
    ILogger<MarketFollower> logger) : BackgroundService
{
    private const int MostTold = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenProofs = TimeSpan.FromMinutes(1);

    private bool _isFaultTold;
    private long _provenAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host starts to listen before the market is loaded.
        await Task.Yield();
        // Waits until the database has its tables. The start has logged their absence already, so nothing more is logged here.
        await database.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var commit = commits.NextAsync();
            await FollowAsync(stoppingToken);
            await Task.WhenAny(commit, Task.Delay(Pause, time, stoppingToken));
        }
    }

    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        try
        {
            await markets.ReadAsync(stoppingToken);
            if (_provenAt == 0 || time.GetElapsedTime(_provenAt) >= BetweenProofs) await ProveAsync(stoppingToken);
            _isFaultTold = false;
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested) Explain(exception);
        }
    }

    private async Task ProveAsync(CancellationToken stoppingToken)
    {
        _provenAt = time.GetTimestamp();
        var differences = await markets.ProveAsync(stoppingToken);
        metrics.Differed(differences.Count);
        foreach (var difference in differences.Take(MostTold)) Log.Differed(logger, difference);
        if (differences.Count > 0) Log.ReadAnew(logger, differences.Count);
    }

    /// <summary>Logs a fault once, not once a second.</summary>
    private void Explain(Exception exception)
    {
        if (_isFaultTold) return;
        _isFaultTold = true;
        if (faults.Explain(exception) is { } fault) Log.CannotFollow(logger, fault.Message);
        else Log.FollowingFailed(logger, exception);
    }
}
