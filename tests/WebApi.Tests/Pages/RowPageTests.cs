using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class SqliteRowPageTests() : RowPageTests(DatabaseProvider.Sqlite);

public sealed class PostgresRowPageTests() : RowPageTests(DatabaseProvider.Postgres);

/// <summary>The cells of a row of the list.</summary>
public abstract class RowPageTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task A_place_shows_first_where_it_is_and_then_what_is_there()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Rokh).With(row => row with { StartLocationId = Universe.SomeStructure }));

        var page = await Api.VisitAsync("/contracts?lang=en&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(["0.9 Jita IV-4 The Forge · Caldari Navy Assembly Plant", "Unknown structure The Forge"], page.SaidBy("td.Location"));
    }

    [SkippableFact]
    public async Task Dates_are_weeks_away_and_need_no_year()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(AContract().Offering(Universe.Rokh).With(row => row with { DateIssued = Universe.Noon.AddHours(-3), DateExpired = Universe.Noon.AddDays(2).AddHours(1) }));

        var page = await Api.VisitAsync("/contracts?lang=en");
        Assert.Equal(["14 Mar 09:00"], page.SaidBy("td.Issued"));
        Assert.Equal(["2 d 1 h 16 Mar, 13:00"], page.SaidBy("td.Left"));
        Assert.Equal("2026-03-16T13:00:00Z", page.QuerySelector("td.Left time")!.GetAttribute("datetime"));
        Assert.Equal(["3月16日 13:00"], (await Api.VisitAsync("/contracts?lang=ja")).SaidBy("td.Left small"));
    }

    [SkippableFact]
    public async Task A_courier_shows_the_security_of_both_ends_and_its_title()
    {
        var nullSec = await Api.GivenAStationInNullSec();
        await Api.GivenContracts(
            ACourier().With(row => row with { Title = "Fragile", EndLocationId = nullSec }),
            ACourier().With(row => row with { StartLocationId = Universe.SomeStructure, EndLocationId = Universe.Jita }),
            ACourier().With(row => row with { EndLocationId = Universe.SomeStructure }));

        var page = await Api.VisitAsync("/contracts?segment=couriers&lang=en&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(
            ["0.9 Jita IV-4 → -0.4 1DQ1-A I", "Unknown structure → 0.9 Jita IV-4", "0.9 Jita IV-4 → Unknown structure"],
            page.SaidBy("a.headline"));
        Assert.Equal(["Caldari Navy Assembly Plant → The Palace Fragile", "→ Caldari Navy Assembly Plant", "Caldari Navy Assembly Plant →"], page.SaidBy("th small"));
    }

    [SkippableFact]
    public async Task Only_the_name_in_a_headline_has_a_lang_attribute()
    {
        await Api.GivenContract(AContract().Requesting(Universe.Rokh));

        var headline = (await Api.VisitAsync("/contracts?lang=de&segment=all")).QuerySelector("a.headline")!;

        Assert.Equal("Gesucht: Rokh", headline.Said());
        Assert.False(headline.HasAttribute("lang"));
        Assert.Equal("<span lang=\"en\">Rokh</span>", Assert.Single(headline.Children).OuterHtml);
    }

    [SkippableFact]
    public async Task The_quantity_is_shown_unless_it_is_one()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh),
            AContract().OfferingAStackOf(Universe.Tritanium, 12_500_000),
            AContract().Offering(Universe.Rokh, Universe.Tritanium, Universe.Rokh),
            AContract().Requesting(Universe.Rokh, Universe.Rokh));

        var page = await Api.VisitAsync("/contracts?lang=de&segment=all&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(["Rokh", "Tritan × 12.500.000", "Gemischter Posten: Schiff × 2, Material × 1", "Gesucht: Rokh × 2"], page.SaidBy("a.headline"));
    }

    [SkippableFact]
    public async Task A_row_says_for_which_item_it_is_listed_unless_its_headline_or_title_does()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh),
            AContract().Offering(Universe.Rifter, Universe.Rokh, Universe.Rokh),
            AContract().Titled("a Rokh as well").Offering(Universe.Rifter, Universe.Rokh));

        var searched = await Api.VisitAsync("/contracts?search=rokh&lang=en&sort_by=date_issued&sort_direction=asc");
        var chosen = await Api.VisitAsync("/contracts?type_ids=24688&lang=en&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(["contains Rokh × 2"], searched.SaidBy(".contains"));
        Assert.Equal(["contains Rokh × 2", "contains Rokh × 1"], chosen.SaidBy(".contains"));
        Assert.Empty((await Api.VisitAsync("/contracts?lang=en")).SaidBy(".contains"));
    }

    [SkippableFact]
    public async Task A_swap_says_that_items_are_asked_for_and_a_want_to_buy_does_not()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(AContract().Offering(Universe.Rokh).Requesting(Universe.Tritanium), AContract().Requesting(Universe.Rifter));

        var page = await Api.VisitAsync("/contracts?segment=all&lang=en&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(["Asks for items", "Want to buy"], page.SaidBy(".badge"));
    }

    [SkippableFact]
    public async Task Blueprints_say_whether_they_are_copies_or_originals_and_where_they_differ()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon);
        await Api.GivenContracts(
            AContract().Priced(8).OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14),
            AContract().OfferingAnOriginalOf(Universe.RokhBlueprint, me: 3, te: 12),
            AContract().OfferingACopyOf(Universe.RokhBlueprint, runs: 1, me: 2, te: 4).OfferingACopyOf(Universe.RokhBlueprint, runs: 10, me: 10, te: 4));

        var page = await Api.VisitAsync("/contracts?segment=blueprints&lang=en&sort_by=date_issued&sort_direction=asc");

        Assert.Equal(["Copy", "Original", "2 blueprint copies"], page.SaidBy(".badge"));
        var rows = page.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Take(3).Select(cell => cell.Said()))).ToList();
        Assert.Equal(["4 8 14", "— 3 12", "1–10 2–10 4"], rows);
    }
}
