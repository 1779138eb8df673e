namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// What every answer about the market depends on besides its question: while it stays, so do they. Made of the state that answers and
/// of the market instant, so it moves with every commit that anybody can see and with every whole minute (B1).
/// <paramref name="Lasts"/> is how long it stays at most.
/// </summary>
public sealed record MarketStamp(long Contracts, long? Mark, long Coverage, DateTimeOffset Instant, TimeSpan Lasts)
{
    /// <summary>The same text for the same stamp, however long it still lasts.</summary>
    public string Text => FormattableString.Invariant($"{Contracts}.{Mark:x}.{Coverage}.{Instant.ToUnixTimeMilliseconds()}");

    /// <summary>However long each still lasts.</summary>
    public bool IsSameAs(MarketStamp other) =>
        (Contracts, Mark, Coverage, Instant) == (other.Contracts, other.Mark, other.Coverage, other.Instant);
}
