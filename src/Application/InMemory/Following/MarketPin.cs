namespace HangarBay.Application.InMemory.Following;

/// <summary>Holds one state of the market for one request. All parts of the request are answered from that state.</summary>
public sealed class MarketPin(LiveMarkets markets)
{
    private PinnedMarket? _market;

    /// <summary>The market as it was when this request first asked.</summary>
    public async ValueTask<PinnedMarket> TakeAsync(CancellationToken cancellationToken) => _market ??= await markets.ReadAsync(cancellationToken);

    /// <summary>Uses the state that another scope has taken.</summary>
    public void Take(PinnedMarket market) => _market = market;
}
