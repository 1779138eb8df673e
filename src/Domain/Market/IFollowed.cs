namespace HangarBay.Domain.Market;

/// <summary>
/// A row that answers show, filter or sort by. It stores the market's version of its last visible change, so that a process with the market
/// in memory reads only newer rows.
/// </summary>
public interface IFollowed
{
    /// <summary><see cref="MarketState.Version"/> of the commit that last changed something visible; 0 before there was a market.</summary>
    long ChangedIn { get; }

    /// <summary>Only the market's writer stamps, with the version of its transaction.</summary>
    void Stamp(long version);
}
