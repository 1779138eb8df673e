namespace HangarBay.Application.InMemory.Following;

/// <summary>One state of the market for one request: whatever parts of it ask, they are answered from the same.</summary>
public sealed class MarketPin(LiveMarkets markets)
{
    private PinnedMarket? _market;

    /// <summary>The market as it was when this request first asked.</summary>
    public async ValueTask<PinnedMarket> TakeAsync(CancellationToken cancellationToken) => _market ??= await markets.ReadAsync(cancellationToken);

    /// <summary>Goes on with what another scope has taken.</summary>
    public void Take(PinnedMarket market) => _market = market;
}
