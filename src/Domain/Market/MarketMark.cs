namespace HangarBay.Domain.Market;

/// <summary>
/// One version of the market, and a random number that no other history of this database has at that version. A process that
/// holds the market compares both: a version whose mark is another one, or is gone, cannot be followed and is loaded anew.
/// </summary>
public sealed class MarketMark : IAggregateRoot
{
    /// <summary>So many marks are kept.</summary>
    public const int Most = 1_000;

    /// <summary>Pruning may forget marks that are older than this, but never the last one: who is that far behind loads the market anew.</summary>
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
