namespace HangarBay.Application.Contracts.GetMarketStamp;

/// <summary>
/// How often the market changed, read so cheaply that every request can ask. The answer is never older than the question:
/// whatever was committed before the call, by whichever process, is counted.
/// </summary>
public interface IMarketVersions
{
    Task<MarketVersion> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// <paramref name="Contracts"/> rises with every commit that changes what is listed, the last one at
/// <paramref name="ChangedAt"/> (null while nothing was ever stored); <paramref name="Coverage"/> with every sweep tried,
/// also one that only confirmed what was known. <paramref name="IsSettled"/>: nothing is committed within the next
/// <see cref="MarketLease.Outlasted"/>.
/// </summary>
public sealed record MarketVersion(long Contracts, long Coverage, DateTimeOffset? ChangedAt, bool IsSettled);
