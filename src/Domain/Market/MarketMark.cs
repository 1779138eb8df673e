namespace HangarBay.Domain.Market;

/// <summary>
/// One version of the market, and a random number that no other history of this database has at that version. A process with the market in
/// memory compares both. Where the mark differs or is missing, it loads the market again.
/// </summary>
public sealed class MarketMark : IAggregateRoot
{
    /// <summary>The number of marks that are kept.</summary>
    public const int Most = 1_000;

    /// <summary>
    /// Pruning may delete marks that are older than this, but never the last one. A process that is so far behind loads the market again.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private MarketMark()
    {
    }

    public MarketMark(long version, long mark, int rows, DateTimeOffset at)
    {
        Version = version;
        Mark = mark;
        Rows = rows;
        At = at;
    }

    public long Version { get; private set; }

    /// <summary>Random, of 64 bits.</summary>
    public long Mark { get; private set; }

    /// <summary>Rows that were stamped with the version, and contracts that were pruned in it.</summary>
    public int Rows { get; private set; }

    public DateTimeOffset At { get; private set; }
}
