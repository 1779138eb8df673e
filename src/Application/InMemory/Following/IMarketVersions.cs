namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Reads the market's version, cheaply enough for every request. The answer is never older than the question: it counts every commit
/// before the call, by any process.
/// </summary>
public interface IMarketVersions
{
    Task<MarketVersion> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>
/// Identifies one state of the database's market. <paramref name="Contracts"/> rises with every commit that changes something visible;
/// the last of these was at <paramref name="ChangedAt"/> (null while nothing was ever stored). <paramref name="Mark"/> is the random number
/// of that version, null before the first version. <paramref name="Coverage"/> rises with every region and every sweep that was tried,
/// even if the sweep only confirmed what was known. <paramref name="IsSettled"/> means that nothing is committed within the next
/// <see cref="MarketLease.Outlasted"/>.
/// </summary>
public sealed record MarketVersion(long Contracts, long? Mark, long Coverage, DateTimeOffset? ChangedAt, bool IsSettled)
{
    /// <summary>The version while there is no market.</summary>
    public static readonly MarketVersion None = new(0, null, 0, null, IsSettled: false) { Exists = false };

    /// <summary>False while there is no market. In that state no version shows that a name was stored.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Whether both identify the same state of a market. Always false if either says that there is no market.</summary>
    public bool IsSameMarketAs(MarketVersion other) =>
        Exists && other.Exists && (Contracts, Mark, Coverage) == (other.Contracts, other.Mark, other.Coverage);
}
