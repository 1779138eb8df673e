using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class SqliteContractPageTests() : ContractPageTests(DatabaseProvider.Sqlite);

public sealed class PostgresContractPageTests() : ContractPageTests(DatabaseProvider.Postgres);

/// <summary>A contract's page, by type and by state.</summary>
public abstract class ContractPageTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task An_exchange_shows_its_price_its_place_and_its_offered_and_requested_lines()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        var id = await Api.GivenContract(AContract().Titled("cheap").Priced(285_000_000).With(row => row with { Volume = 50_000 })
            .Offering(Universe.Rokh, Universe.Tritanium).Requesting(Universe.Rifter, Universe.NeverHeardOf));

        var page = await Api.VisitAsync($"/contracts/{id}");

        Assert.Equal(["Mixed lot: Ship × 1, Material × 1"], page.SaidBy("h1"));
        Assert.Equal(["Item exchange", "Ship"], page.SaidBy(".badges li"));
        Assert.Equal("285,000,000.00 ISK 285 M", page.Term("Price"));
        Assert.Equal("50,000 m³", page.Term("Volume"));
        Assert.Equal("13 Mar 2026, 12:00 EVE time 1 d 0 h ago", page.Term("Issued"));
        Assert.Equal("6 d 0 h 20 Mar 2026, 12:00 EVE time", page.Term("Expires"));
        Assert.Equal("14 Mar 2026, 11:53 EVE time 7 min ago", page.Term("Last seen"));
        Assert.Equal("0.9 Jita IV - Moon 4 - Caldari Navy Assembly Plant Jita, The Forge", page.Term("Location"));
        Assert.Equal("cheap", page.Term("In their own words"));
        Assert.Equal("A mixed lot: Ship × 1, Material × 1", page.QuerySelector(".lot")!.Said());
        Assert.Equal("Type | Category | Quantity\nRokh | Ship | 1\nTritanium | Material | 1", page.Table("Offered"));
        Assert.Equal("Type | Category | Quantity\nRifter | Ship | 1\nUnknown item | unknown | 1", page.Table("Requested"));
        Assert.Equal("/contracts?single=true&type_ids=34&segment=goods&sort_by=unit_price&sort_direction=asc", page.QuerySelectorAll("tbody a")[1].GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll(".ending"));
    }

    [SkippableFact]
    public async Task An_auction_shows_every_bid_and_that_its_end_is_approximate()
    {
        var id = await Api.GivenContract(
            AnAuction().Priced(5).With(row => row with { Buyout = 1_500_000 }).OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14).WithBidsOf(6, 7));

        var page = await Api.VisitAsync($"/contracts/{id}");

        Assert.Equal(["Auction", "Blueprint copy"], page.SaidBy(".badges li"));
        Assert.Equal(("5.00 ISK", "7.00 ISK", "2"), (page.Term("Starting bid"), page.Term("Current bid"), page.Term("Number of bids")));
        Assert.Equal("1,500,000.00 ISK 1.5 M", page.Term("Buyout"));
        Assert.StartsWith("within 6 d", page.Term("Ends"), StringComparison.Ordinal);
        Assert.Equal("Type | Category | Quantity | Blueprint | Runs | ME | TE\nRokh Blueprint | Blueprint | 1 | Copy | 4 | 8 | 14", page.Table("Offered"));
        Assert.StartsWith("Bid | Placed\n7.00 ISK | 14 Mar 2026, 12:00 EVE time", page.Table("Bids"), StringComparison.Ordinal);
        Assert.Equal("Rokh Blueprint · 7.00 ISK", page.Meta("og:title"));
    }

    [SkippableFact]
    public async Task A_courier_shows_its_route_its_reward_and_its_time_limit()
    {
        var end = await Api.GivenAStationInNullSec();
        var id = await Api.GivenContract(ACourier().With(row => row with { EndLocationId = end, Reward = 1_000_000, Volume = 320, Collateral = 50_000, DaysToComplete = 3 }));

        var page = await Api.VisitAsync($"/contracts/{id}");

        Assert.Equal("Jita IV - Moon 4 - Caldari Navy Assembly Plant → 1DQ1-A I - The Palace", page.Term("Route"));
        Assert.Equal("1,000,000.00 ISK 1 M", page.Term("Reward"));
        Assert.Equal("3,125.00 ISK/m³", page.Term("Reward per m³"));
        Assert.Equal("50,000.00 ISK 50 K", page.Term("Collateral"));
        Assert.Equal("3 days from acceptance", page.Term("Time to complete"));
        Assert.Equal("if accepted now: 17 Mar 2026, 12:00 EVE time", page.Term("Deadline"));
        Assert.Equal("-0.4 1DQ1-A I - The Palace 1DQ1-A", page.Term("To"));
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [SkippableFact]
    public async Task A_want_to_buy_shows_its_reward()
    {
        var id = await Api.GivenContract(AContract().With(row => row with { Price = 0, Reward = 90, ForCorporation = true }).Requesting(Universe.Rokh));

        var page = await Api.VisitAsync($"/contracts/{id}");

        Assert.Equal(["Wanted: Rokh"], page.SaidBy("h1"));
        Assert.Equal(["Item exchange", "Want to buy", "For the corporation"], page.SaidBy(".badges li"));
        Assert.Equal("90.00 ISK", page.Term("Reward"));
        Assert.DoesNotContain("Price", page.SaidBy("dt"));
    }

    [SkippableFact]
    public async Task A_pending_contract_shows_that_its_items_are_not_read_yet()
    {
        var page = await Api.VisitAsync($"/contracts/{await Api.GivenContract(AContract().Titled("stuff"))}");

        Assert.Equal(["Item exchange", "items not read yet"], page.SaidBy(".badges li"));
        Assert.Equal(["Its items have not been read yet; they follow within minutes, as a rule."], page.SaidBy(".note"));
        Assert.Equal("stuff", page.QuerySelector("h1 [lang='']")!.TextContent);
    }

    [SkippableFact]
    public async Task The_headline_has_the_quantity()
    {
        var id = await Api.GivenContract(AContract().OfferingAStackOf(Universe.Rokh, 7).Priced(5));

        var page = await Api.VisitAsync($"/contracts/{id}?lang=en");

        Assert.Equal("Rokh × 7", page.QuerySelector("h1")!.Said());
        Assert.Equal("Rokh ×\u00a07 · 5.00 ISK", page.Meta("og:title"));
    }

    [SkippableFact]
    public async Task Only_the_name_in_a_headline_has_a_lang_attribute()
    {
        var wanted = await Api.GivenContract(AContract().Requesting(Universe.Rokh));

        var german = (await Api.VisitAsync($"/contracts/{wanted}?lang=de")).QuerySelector("h1")!;
        Assert.Equal("Gesucht: Rokh", german.TextContent);
        Assert.False(german.HasAttribute("lang"));
        Assert.Equal("<span lang=\"en\">Rokh</span>", Assert.Single(german.Children).OuterHtml);
        Assert.Equal("買取希望：ロク", (await Api.VisitAsync($"/contracts/{wanted}?lang=ja")).QuerySelector("h1")!.InnerHtml);
    }

    [SkippableFact]
    public async Task A_closed_contract_shows_how_it_ended_as_far_as_known()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon.AddHours(-2) }),
            AContract().Offering(Universe.Rokh).ClosedAt(Universe.Noon.AddHours(-1)),
            AnAuction().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon.AddHours(3) }).ClosedAt(Universe.Noon.AddHours(-1)));

        Assert.Equal(["It expired.", "14 Mar 2026, 10:00 EVE time 2 h 0 min ago"], await EndingAsync(ids[0]));
        Assert.Equal(
            ["It left the market before its date: accepted or withdrawn. Nobody outside can tell which.", "14 Mar 2026, 11:00 EVE time 1 h 0 min ago"],
            await EndingAsync(ids[1]));
        Assert.Equal("It left the market, and nothing tells how it ended.", (await EndingAsync(ids[2]))[0]);
    }

    [SkippableFact]
    public async Task A_contract_in_an_unknown_structure_has_no_link_for_the_game()
    {
        var ids = await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Rokh).With(row => row with { StartLocationId = Universe.SomeStructure }));

        var known = await Api.VisitAsync($"/contracts/{ids[0]}");
        var link = $"<url=contract:30000142//{ids[0]}>Rokh</url>";
        Assert.Equal(link, known.QuerySelector(".copy input")!.GetAttribute("value"));
        Assert.Equal((link, "Copied"), (known.QuerySelector("[data-copy]")!.GetAttribute("data-copy"), known.QuerySelector("[data-copy]")!.GetAttribute("data-copied")));

        var unknown = await Api.VisitAsync($"/contracts/{ids[1]}");
        Assert.Empty(unknown.QuerySelectorAll("[data-copy], .copy"));
        Assert.Contains("There is no in-game link", unknown.QuerySelector(".gamelink")!.Said(), StringComparison.Ordinal);
        Assert.Equal("Unknown structure unknown system, The Forge", unknown.Term("Location"));
    }

    [SkippableFact]
    public async Task An_unknown_contract_is_a_404_at_every_request()
    {
        for (var time = 0; time < 3; time++)
        {
            var answer = (await Api.GetAsync("/contracts/123456?search=rokh")).Expect(HttpStatusCode.NotFound);
            var page = PageCheck.Read(answer);
            Assert.Contains("No public contract 123456 is known here.", page.QuerySelector("main")!.Said(), StringComparison.Ordinal);
            Assert.Equal("/contracts?search=rokh", page.QuerySelector(".back a")!.GetAttribute("href"));
            Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
            Assert.Null(answer.Header("ETag"));
            Assert.Equal("no-store", answer.Header("Cache-Control"));
        }
    }

    private async Task<IReadOnlyList<string>> EndingAsync(long id) => (await Api.VisitAsync($"/contracts/{id}")).SaidBy(".ending p");
}
