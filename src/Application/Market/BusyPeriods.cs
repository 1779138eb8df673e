using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Market;

/// <summary>
/// Orders the changes of this process. One writer runs at a time, because the next one could only wait for the row that the first one
/// locks. Before the first change it marks the market as busy, and waits for readers that may still take it for settled. Once nothing is
/// written any more, it settles the market again (decision 15).
/// </summary>
public sealed class BusyPeriods : IDisposable
{
    /// <summary>
    /// Longer than the pause between two batches of lines. Otherwise the next batch would have to mark the market and wait again.
    /// </summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>Shutdown waits no longer than this for the database.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly ILogger<BusyPeriods> _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ITimer _quiet;

    // Null: the market may be settled.
    private long? _period;

    public BusyPeriods(IServiceScopeFactory scopes, TimeProvider time, ILogger<BusyPeriods> logger)
    {
        (_scopes, _time, _logger) = (scopes, time, logger);
        // Where a writer has the turn, this does nothing: that writer starts the timer again at its end.
        _quiet = time.CreateTimer(_ => _ = SettleAsync(TimeSpan.Zero), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Settles the market at once, at the end of a piece of work. If that fails, readers ask the database each time until the next writer
    /// settles it.
    /// </summary>
    public Task SettleAsync() => SettleAsync(Patience);

    public void Dispose()
    {
        _quiet.Dispose();
        _turn.Dispose();
    }

    /// <summary>Runs <paramref name="write"/> with the busy period that must last until its commit, or null while there is no market.</summary>
    /// <exception cref="SettledMeanwhileException">Thrown by <paramref name="write"/>; the next call marks the market as busy again.</exception>
    internal async Task<T> RunAsync<T>(Func<long?, Task<T>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            _period ??= await BeginAsync(cancellationToken);
            return await write(_period);
        }
        catch (SettledMeanwhileException)
        {
            // Another process settled the market at the end of its work, without knowing of this process's work.
            _period = null;
            throw;
        }
        finally
        {
            _quiet.Change(Quiet, Timeout.InfiniteTimeSpan);
            _turn.Release();
        }
    }

    private async Task<long?> BeginAsync(CancellationToken cancellationToken)
    {
        var period = await WithRowAsync(row => row.RaiseAsync(cancellationToken));
        // Where the market was never settled, no reader takes it for settled, so there is no wait.
        if (period > 0) await Task.Delay(MarketLease.Outlasted, _time, cancellationToken);
        return period;
    }

    private async Task SettleAsync(TimeSpan patience)
    {
        try
        {
            using var limit = new CancellationTokenSource(Patience, _time);
            if (!await _turn.WaitAsync(patience, limit.Token)) return;
            try
            {
                if (_period is not { } period) return;
                _period = null;
                await WithRowAsync(async row =>
                {
                    await row.LowerAsync(period, limit.Token);
                    return true;
                });
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (Exception exception)
        {
            Log.NotSettled(_logger, exception.Message);
        }
    }

    /// <summary>Uses the market's row in a commit of its own.</summary>
    private async Task<T> WithRowAsync<T>(Func<IMarketRow, Task<T>> use)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IMarketRow>());
    }
}
