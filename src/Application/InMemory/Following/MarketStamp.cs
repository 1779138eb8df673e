namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Everything besides the question on which an answer about the market depends. While the stamp is the same, the answers are the same. It
/// consists of the market's version with its mark, the sum of the regions' coverage, and the market instant. So it changes with every
/// visible commit, with every sweep that confirms a region, and with every whole minute (B1).
/// <paramref name="Lasts"/> is the longest time for which it stays valid.
/// </summary>
public sealed record MarketStamp(long Contracts, long? Mark, long Coverage, DateTimeOffset Instant, TimeSpan Lasts)
{
    /// <summary>The stamp as text, without <see cref="Lasts"/>.</summary>
    public string Text => FormattableString.Invariant($"{Contracts}.{Mark:x}.{Coverage}.{Instant.ToUnixTimeMilliseconds()}");

    /// <summary>Compares everything but <see cref="Lasts"/>.</summary>
    public bool IsSameAs(MarketStamp other) =>
        (Contracts, Mark, Coverage, Instant) == (other.Contracts, other.Mark, other.Coverage, other.Instant);
}
