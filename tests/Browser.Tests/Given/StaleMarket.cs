using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.Browser.Tests.Given;

/// <summary>The same market, of which nothing was heard for hours.</summary>
internal sealed class StaleMarket : IAsyncDisposable
{
    public Market Market { get; } = new() { AsOf = Universe.Noon.AddHours(-9) };

    public static async Task<StaleMarket> OpenAsync()
    {
        var stale = new StaleMarket();
        await stale.Market.InitializeAsync();
        return stale;
    }

    public async ValueTask DisposeAsync() => await Market.DisposeAsync();
}
