namespace HangarBay.Browser.Tests.Given;

/// <summary>Tests that look at the site with a browser. Every complaint of the browser fails the test too.</summary>
public abstract class BrowserTest : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var visitor in _visitors) await visitor.DisposeAsync();
        var complaints = _visitors.SelectMany(visitor => visitor.Complaints).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    private protected Task<Visitor> ArriveAsync(Market market, Visit? visit = null) => ArriveAsync(market.Site, visit ?? new Visit(), market.Images);

    private protected Task<Visitor> ArriveAsync(Market market, Screen screen, bool hasScript = true) =>
        ArriveAsync(market, new Visit { Screen = screen, HasScript = hasScript });

    /// <summary>Starts a visit to a site without a market.</summary>
    private protected async Task<Visitor> ArriveAsync(Uri site, Visit visit, string? images = null)
    {
        var visitor = await Visitor.ArriveAsync(site, visit, images);
        _visitors.Add(visitor);
        return visitor;
    }
}
