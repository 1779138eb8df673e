using HangarBay.Application.Contracts.Market;

namespace HangarBay.Application.InMemory.Following;

/// <summary>A state of the market, at one instant, that a request answers from.</summary>
public sealed class PinnedMarket
{
    internal PinnedMarket(MarketView view, TimeSpan lasts)
    {
        View = view;
        var version = view.Market.Version;
        Stamp = new MarketStamp(version.Contracts, version.Mark, version.Coverage, view.Instant, lasts);
    }

    /// <summary>Identifies all answers from this state.</summary>
    public MarketStamp Stamp { get; }

    internal MarketView View { get; }
}
