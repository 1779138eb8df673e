using System.Security.Cryptography;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Market;

/// <summary>
/// Runs one change at a time (decision 18). It takes this process's turn, marks the market as busy, and locks the market's row for the
/// whole transaction. Last, it raises the version if anything visible changed.
/// </summary>
internal sealed class MarketWriter(
    BusyPeriods periods, IMarketRow row, MarketStore store, IUnitOfWork unitOfWork, IDatabaseFaults faults, MarketMetrics metrics, MarketCommits commits,
    TimeProvider time) : IMarketWriter
{
    /// <summary>
    /// How often a write is tried; nothing else retries it. Where another process never releases the row, each try waits some 10 s on
    /// SQLite and 30 s on PostgreSQL.
    /// </summary>
    public const int Tries = 4;

    /// <summary>The pause before the second try. The later pauses are twice and three times as long.</summary>
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
                // After a settled period the next try waits anyway, before its first commit (decision 15).
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
                    // This comes first: from here on no other transaction changes the market, and the version that was read stays the
                    // latest.
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
            // The market was created meanwhile, so the rows written here lack its version.
            if (await row.ExistsAsync(cancellationToken)) throw new SettledMeanwhileException();
        }
        else if (market.Changed > 0)
        {
            await row.AdvanceAsync(NextMark(version.Value, market), cancellationToken);
        }

        await unitOfWork.SaveChangesAsync(cancellationToken);
        return result;
    }

    /// <summary>A mark is never earlier than what its change saw, so that the next change sees later (B14).</summary>
    private MarketMark NextMark(long version, MarketChange market)
    {
        var now = time.GetUtcNow();
        return new(
            version + 1, BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))), market.Changed, market.Instant > now ? market.Instant.Value : now);
    }
}
