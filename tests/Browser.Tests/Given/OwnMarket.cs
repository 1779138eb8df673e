namespace HangarBay.Browser.Tests.Given;

/// <summary>The same market once more, other than usual in something, for one test.</summary>
internal sealed class OwnMarket : IAsyncDisposable
{
    private OwnMarket(Market market) => Market = market;

    public Market Market { get; }

    public static async Task<OwnMarket> OpenAsync(Market market)
    {
        await market.InitializeAsync();
        return new OwnMarket(market);
    }

    public async ValueTask DisposeAsync() => await Market.DisposeAsync();
}
