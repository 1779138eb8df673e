namespace HangarBay.Domain.Market;

/// <summary>
/// A row that answers show, filter or sort by. It tells in which version of the market readers last saw it change, so that a
/// process that holds the market can follow by reading what is newer.
/// </summary>
public interface IFollowed
{
    /// <summary><see cref="MarketState.Version"/> of the commit that last changed something visible. 0: before there was a market.</summary>
    long ChangedIn { get; }

    /// <summary>Only the market's writer stamps, with the version of its transaction.</summary>
    void Stamp(long version);
}
