using System.Security.Cryptography;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Market;

/// <summary>
/// Opens the gate for one change at a time (decision 18): takes this process's turn, marks the market as busy, holds the market's row
/// for the whole transaction, and raises the version last, if anything visible changed.
/// </summary>
internal sealed class MarketWriter(
    BusyPeriods periods, IMarketRow row, MarketStore store, IUnitOfWork unitOfWork, IDatabaseFaults faults, MarketMetrics metrics, MarketCommits commits,
    TimeProvider time) : IMarketWriter
{
    /// <summary>
    /// The only tries there are around a write. Where another process never lets go, each waits some 10 s on SQLite and 30 s on
    /// PostgreSQL.
    /// </summary>
    public const int Tries = 4;

    /// <summary>Before the second try; then twice and three times as long.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public async Task<T> ChangeAsync<T>(Func<IMarketChange, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await periods.RunAsync(period => TryAsync(period, change, cancellationToken), cancellationToken);
                commits.Happened();
                return result;
            }
            catch (Exception exception) when (attempt < Tries && MaySucceedNextTime(exception))
            {
                // The next try marks the market as busy and waits for its leases anyway.
                if (exception is not SettledMeanwhileException) await Task.Delay(Pause * attempt, time, cancellationToken);
            }
        }
    }

    private bool MaySucceedNextTime(Exception exception) =>
        exception is SettledMeanwhileException or ConcurrentChangeException or AlreadyExistsException || faults.IsPassing(exception);

    private async Task<T> TryAsync<T>(long? period, Func<IMarketChange, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        long? since = null;
        try
        {
            return await unitOfWork.InTransactionAsync(
                async token =>
                {
                    // First: from here on this is the only transaction that changes the market, and the version read stays the latest.
                    var version = period is { } mine ? await row.HoldAsync(mine, token) ?? throw new SettledMeanwhileException() : (long?)null;
                    since = time.GetTimestamp();
                    return await ApplyAsync(version, change, token);
                },
                cancellationToken);
        }
        finally
        {
            if (since is { } held) metrics.Held(time.GetElapsedTime(held));
        }
    }

    private async Task<T> ApplyAsync<T>(long? version, Func<IMarketChange, CancellationToken, Task<T>> change, CancellationToken cancellationToken)
    {
        var market = new MarketChange(store, row, version, time);
        var result = await change(market, cancellationToken);
        if (version is null)
        {
            // The market began meanwhile: what was written here carries no version of it.
            if (await row.ExistsAsync(cancellationToken)) throw new SettledMeanwhileException();
        }
        else if (market.Changed > 0)
        {
            await row.AdvanceAsync(NextMark(version.Value, market.Changed), cancellationToken);
        }

        await unitOfWork.SaveChangesAsync(cancellationToken);
        return result;
    }

    private MarketMark NextMark(long version, int rows) =>
        new(version + 1, BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), rows, time.GetUtcNow());
}
