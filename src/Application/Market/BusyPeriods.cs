using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Market;

/// <summary>
/// When this process changes the market: one writer at a time, as the next one could only wait for the row that the first one
/// holds. Before the first change the market is marked as busy, and readers that may still take it for settled are waited for. Once
/// nothing is written any more it is settled again (decision 15).
/// </summary>
public sealed class BusyPeriods : IDisposable
{
    /// <summary>Longer than a reading of lines lets pass between two batches: the next one would have to wait anew.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <summary>The end of a process waits no longer than this for the database.</summary>
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
        // The writer that has the turn now begins the quiet anew.
        _quiet = time.CreateTimer(_ => _ = SettleAsync(TimeSpan.Zero), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>At once instead of after a while: for the end of a piece of work. If it fails, readers ask the database each time until the next writer settles.</summary>
    public Task SettleAsync() => SettleAsync(Patience);

    public void Dispose()
    {
        _quiet.Dispose();
        _turn.Dispose();
    }

    /// <summary><paramref name="write"/> is given the period that must last until its commit, or null while there is no market.</summary>
    /// <exception cref="SettledMeanwhileException">By <paramref name="write"/>: the next call marks the market anew.</exception>
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
            // Another process ended its work, and did not know of ours.
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
        // A market that was never settled is taken for settled by nobody.
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

    /// <summary>In a commit of its own.</summary>
    private async Task<T> WithRowAsync<T>(Func<IMarketRow, Task<T>> use)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IMarketRow>());
    }
}
