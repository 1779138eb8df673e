namespace HangarBay.Browser.Tests.Given;

/// <summary>A page in one of its states.</summary>
/// <param name="Name">The name of its screenshot.</param>
/// <param name="On">Its path on a market.</param>
/// <param name="Status">The status of its answer.</param>
internal sealed record Sight(string Name, Func<Market, string> On, int Status = 200)
{
    /// <summary>Every page in every state that one market has.</summary>
    public static IReadOnlyList<Sight> All { get; } =
    [
        new("list", _ => "/contracts"),
        new("list-of-everything", _ => "/contracts?segment=all&size=20"),
        new("list-filtered", _ => "/contracts?search=rokh&region_ids=10000002&region_ids=10000043&security=high&max_price=300000000"),
        new("list-of-auctions", _ => "/contracts?segment=auctions"),
        new("list-of-couriers", _ => "/contracts?segment=couriers"),
        new("list-of-blueprints", _ => "/contracts?segment=all&is_bpc=true"),
        new("list-of-blueprints-alone", _ => "/contracts?segment=blueprints"),
        new("list-of-wanted", _ => "/contracts?segment=wanted"),
        new("list-of-one-type", _ => "/contracts?single=true&type_ids=24688&sort_by=unit_price&sort_direction=asc"),
        new("list-on-last-page", _ => "/contracts?page=2&sort_by=price&sort_direction=asc"),
        new("list-empty", _ => "/contracts?search=zzzzzz"),
        new("list-of-places", _ => "/contracts?place=jit&size=20"),
        new("contract-ship", market => $"/contracts/{market.RokhId}"),
        new("contract-auction", market => $"/contracts/{market.AuctionId}"),
        new("contract-courier", market => $"/contracts/{market.CourierId}"),
        new("contract-copy", market => $"/contracts/{market.CopyId}"),
        new("contract-copies", market => $"/contracts/{market.CopiesId}"),
        new("contract-wanted", market => $"/contracts/{market.WantedId}"),
        new("contract-lot", market => $"/contracts/{market.LotId}"),
        new("contract-large-lot", market => $"/contracts/{market.LargeLotId}"),
        new("find", _ => "/find?q=rokh"),
        new("contract-pending", market => $"/contracts/{market.PendingId}"),
        new("contract-closed", market => $"/contracts/{market.ClosedId}"),
        new("contract-expired", market => $"/contracts/{market.ExpiredId}"),
        new("contract-in-null-sec", market => $"/contracts/{market.InNullSecId}"),
        new("contract-in-a-structure", market => $"/contracts/{market.InAStructureId}"),
        new("coverage", _ => "/coverage"),
        new("about", _ => "/about"),
        new("error-404", _ => "/nowhere", 404),
        new("error-404-contract", _ => "/contracts/1", 404),
        new("error-422", _ => "/contracts?max_price=cheap&region_ids=all", 422),
    ];

    /// <summary>The names of all, for theories.</summary>
    public static TheoryData<string> Names => new(All.Select(sight => sight.Name));

    public static Sight Of(string name) => All.Single(sight => sight.Name == name);

    /// <summary>Its path with the language as a parameter.</summary>
    public string In(string language, Market market)
    {
        var path = On(market);
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}lang={language}";
    }
}
