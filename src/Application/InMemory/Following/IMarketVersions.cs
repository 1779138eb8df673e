namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// How often the market changed, read so cheaply that every request can ask. The answer is never older than the question:
/// whatever was committed before the call, by whichever process, is counted.
/// </summary>
public interface IMarketVersions
{
    Task<MarketVersion> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// What tells one state of the database's market from every other. <paramref name="Contracts"/> rises with every commit that changes
/// something visible, the last one at <paramref name="ChangedAt"/> (null while nothing was ever stored); <paramref name="Mark"/> is
/// that version's random number, null before the first; <paramref name="Coverage"/> rises with every region and every sweep tried,
/// also one that only confirmed what was known. <paramref name="IsSettled"/>: nothing is committed within the next <see cref="MarketLease.Outlasted"/>.
/// </summary>
public sealed record MarketVersion(long Contracts, long? Mark, long Coverage, DateTimeOffset? ChangedAt, bool IsSettled)
{
    /// <summary>While there is no market.</summary>
    public static readonly MarketVersion None = new(0, null, 0, null, IsSettled: false) { Exists = false };

    /// <summary>False while there is no market: no version tells then that a name came.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Both tell the same state of a market. Where there is none, nothing is known to be the same.</summary>
    public bool IsSameMarketAs(MarketVersion other) =>
        Exists && other.Exists && (Contracts, Mark, Coverage) == (other.Contracts, other.Mark, other.Coverage);
}
