namespace HangarBay.Browser.Tests.Given;

/// <summary>A market of one test's own, which differs from <see cref="Market"/> in some setting.</summary>
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
