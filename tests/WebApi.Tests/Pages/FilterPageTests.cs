using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class SqliteFilterPageTests() : FilterPageTests(DatabaseProvider.Sqlite);

public sealed class PostgresFilterPageTests() : FilterPageTests(DatabaseProvider.Postgres);

/// <summary>Filtering the list without a script.</summary>
public abstract class FilterPageTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    private const string Rail = "form[data-filters][role=search]";
    private const string Everything =
        "/contracts?search=rokh&contract_type=item_exchange&region_ids=10000002&region_ids=10000043&system_ids=30000142&station_ids=60003760"
        + "&security=high&security=null&type_ids=24688&category_id=6&group_id=27&min_price=1000000.5&max_price=1500000000&min_collateral=1&max_collateral=2"
        + "&min_reward=3&max_reward=4&is_bpc=false&min_runs=1&max_runs=2&min_me=3&max_me=4&min_te=5&max_te=6"
        + "&end_region_ids=10000002&end_system_ids=30000142&end_station_ids=60003760&end_security=low&min_volume=0.5&max_volume=12000&ends_within=24"
        + "&issuer_ids=2112000001&since=2026-03-14T11%3A55%3A00.5Z&segment=all";

    [SkippableTheory]
    [InlineData("/contracts")]
    [InlineData("/contracts?segment=all&sort_by=price&sort_direction=asc&size=20")]
    [InlineData(Everything + "&lang=de&sort_by=ship_name&sort_direction=asc&size=100")]
    [InlineData("/contracts?security=low&min_price=5&min_collateral=1000000&max_reward=2000&is_bpc=true&segment=couriers&lang=fr")]
    [InlineData("/contracts?contract_type=loan&category_id=6&min_reward=3&segment=all")]
    [InlineData("/contracts?region_ids=10000099&system_ids=30009999&station_ids=1035466617946&category_id=987&category_id=988&group_id=654&place=jita")]
    public async Task The_form_keeps_all_parameters_of_its_view(string address)
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(address);

        Assert.Equal(address, page.Address);
        Assert.Equal(address, (await OpenAsync(page.Submit(Rail))).Address);
    }

    [SkippableFact]
    public async Task A_field_filters_the_list_by_its_value()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync("/contracts?lang=de&size=20");

        var narrowed = await OpenAsync(page.Submit(Rail, form =>
        {
            Field(form, "min_price").Value = "0,25b";
            Field(form, "max_price").Value = "300.000.000";
            form.QuerySelector("input[name=security][value=high]")!.SetAttribute("checked", "");
        }));

        Assert.Equal("/contracts?security=high&min_price=250000000&max_price=300000000&lang=de&size=20", narrowed.Address);
        Assert.Equal(["Rokh"], narrowed.Headlines);
        Assert.Equal(("250 m", "300 m"), (Field(narrowed.One(Rail), "min_price").Value, Field(narrowed.One(Rail), "max_price").Value));
        Assert.Equal(["von 250.000.000 ISK", "bis 300.000.000 ISK"], narrowed.Texts(".understood span"));
        Assert.Equal("h-price u-min_price", Field(narrowed.One(Rail), "min_price").GetAttribute("aria-describedby"));
        Assert.Contains("Preis ab 250.000.000 ISK ×", narrowed.Texts(".chips a"));
    }

    [SkippableFact]
    public async Task With_several_segments_no_tab_is_selected_and_each_is_a_chip()
    {
        await GivenAMarketAsync();

        var page = await OpenAsync("/contracts?segment=auctions&segment=couriers&lang=en");

        Assert.Empty(page.Links(".segments a[aria-current]"));
        Assert.Equal(
            ["/contracts?segment=couriers&lang=en", "/contracts?segment=auctions&lang=en"],
            page.Links(".chips li a:not(.clear)"));
        Assert.Equal(["Segment: Auctions ×", "Segment: Couriers ×"], page.Texts(".chips li a:not(.clear)"));
        Assert.Equal(page.Address, (await OpenAsync(page.Submit(Rail))).Address);
    }

    [SkippableFact]
    public async Task Each_chip_takes_away_exactly_its_filter()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(Everything + "&lang=en&size=20");
        var before = Parameters(page.Address);
        // Segment, language and size are not filters.
        var filters = before.Where(parameter => parameter.Split('=')[0] is not ("segment" or "lang" or "size")).ToList();

        var removed = page.Links(".chips li a:not(.clear)").Select(link =>
        {
            Assert.Subset(before.ToHashSet(), Parameters(link).ToHashSet());
            return Assert.Single(before.Except(Parameters(link)));
        }).ToList();

        Assert.Equal(filters.Order(), removed.Order());
        Assert.Equal(["/contracts?segment=all&lang=en&size=20"], page.Links(".chips a.clear"));
        Assert.Contains("Remove filter: System: Jita", page.Document.QuerySelectorAll(".chips a").Select(chip => chip.GetAttribute("aria-label")));
        Assert.Contains("Price from 1,000,000.5 ISK ×", page.Texts(".chips a"));
        Assert.Equal(("1,000,000.5", "1.5 b"), (Field(page.One(Rail), "min_price").Value, Field(page.One(Rail), "max_price").Value));
    }

    [SkippableFact]
    public async Task A_filter_without_a_field_is_a_chip_all_the_same()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(
            "/contracts?end_region_ids=10000043&end_system_ids=30000142&end_station_ids=60003760&end_security=low&min_volume=0.5&ends_within=24"
            + "&issuer_ids=2112000001&since=2026-03-14T11:55:00Z&segment=all&lang=en");

        Assert.Equal(
            [
                "Destination region: Domain ×", "Destination system: Jita ×", "Destination station: Jita IV - Moon 4 - Caldari Navy Assembly Plant ×",
                "Destination security: Low-sec ×", "Volume from 0.5 m³ ×", "Ends within: 24 h ×", "Issuer: Ada Lovelace ×",
                "First seen after: 14 Mar 2026, 11:55 ×",
            ],
            page.Texts(".chips a:not(.clear)"));
    }

    [SkippableFact]
    public async Task An_end_or_issuer_without_a_name_is_told_in_words()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync("/contracts?end_region_ids=10000099&end_system_ids=30009999&end_station_ids=1035466617946&issuer_ids=7&lang=en");

        Assert.Equal(
            ["Unknown destination region ×", "Unknown destination system ×", "Unknown destination station or structure ×", "Unknown issuer ×"],
            page.Texts(".chips a:not(.clear)"));
    }

    [SkippableFact]
    public async Task A_filter_value_without_a_name_is_called_unknown()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync("/contracts?region_ids=10000099&system_ids=30009999&station_ids=1035466617946&type_ids=999999&category_id=987&group_id=654&lang=en");

        Assert.Equal(
            ["Unknown region ×", "Unknown system ×", "Unknown station or structure ×", "Unknown item ×", "Unknown category ×", "Unknown group ×"],
            page.Texts(".chips a:not(.clear)"));
    }

    [SkippableTheory]
    [InlineData("/contracts?lang=en")]
    [InlineData("/contracts?segment=all&lang=en")]
    [InlineData("/contracts?region_ids=10000002&lang=en")]
    [InlineData("/contracts?min_price=2&lang=en")]
    [InlineData("/contracts?segment=couriers&lang=en")]
    public async Task The_number_on_a_tab_is_the_total_after_a_click_on_it(string address)
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(address);

        foreach (var tab in page.Document.QuerySelectorAll(".segments a"))
            Assert.Equal(ReadPage.NumberIn(tab.QuerySelector(".count")!.TextContent), (await OpenAsync(tab.GetAttribute("href")!)).Total);
    }

    [SkippableFact]
    public async Task Couriers_have_fields_for_their_end_and_their_cargo_and_none_for_items()
    {
        await GivenAMarketAsync();

        var couriers = await OpenAsync("/contracts?segment=couriers&lang=en");
        Assert.Empty(couriers.Document.QuerySelectorAll($"{Rail} :is([name=single], [name=category_id], [name=is_bpc], [name=min_price])"));
        Assert.Equal(
            ["Blockade Runner 12,500 m³", "Deep Space Transport 62,500 m³", "Jump Freighter 340,000 m³", "Freighter 1,125,000 m³"],
            couriers.Texts(".presets a"));
        var carried = await OpenAsync(couriers.Links(".presets a")[0]);
        Assert.Equal(("/contracts?max_volume=12500&segment=couriers&lang=en", 1), (carried.Address, carried.Total));
        Assert.Equal(["Blockade Runner 12,500 m³"], carried.Texts(".presets [aria-current]"));

        var sent = await OpenAsync(couriers.Submit(Rail, form =>
        {
            ((IHtmlSelectElement)form.QuerySelector("select[name=end_region_ids]")!).Value = "10000043";
            ((IHtmlSelectElement)form.QuerySelector("select[name=ends_within]")!).Value = "24";
            form.QuerySelector("input[name=end_security][value=low]")!.SetAttribute("checked", "");
        }));
        Assert.Equal("/contracts?end_region_ids=10000043&end_security=low&ends_within=24&segment=couriers&lang=en", sent.Address);
        // What the couriers' fields asked for follows the reader to other tabs as chips.
        Assert.Equal(3, (await OpenAsync(sent.Links(".segments a")[0])).Texts(".chips a:not(.clear)").Count);
    }

    [SkippableTheory]
    [InlineData("/contracts?lang=en")]
    [InlineData("/contracts?segment=all&lang=en")]
    [InlineData("/contracts?contract_type=item_exchange&segment=all&lang=en")]
    [InlineData("/contracts?segment=couriers&lang=en")]
    [InlineData("/contracts?min_price=1&lang=en")]
    public async Task The_number_beside_a_region_is_the_total_after_a_click_on_it(string address)
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(address);
        var regions = page.Document.QuerySelectorAll("input[name=region_ids]");

        Assert.Equal(2, regions.Length);
        foreach (var region in regions)
        {
            var count = ReadPage.NumberIn(region.ParentElement!.QuerySelector(".count")!.TextContent);
            Assert.Equal(count, (await OpenAsync($"{address}&region_ids={region.GetAttribute("value")}")).Total);
        }
    }

    [SkippableTheory]
    [InlineData("/contracts?lang=en")]
    [InlineData("/contracts?lang=en&segment=all&search=rokh")]
    [InlineData("/contracts?lang=en&security=low")]
    [InlineData("/contracts?lang=en&sort_by=ship_name")]
    public async Task The_number_beside_a_security_band_or_category_is_the_total_with_that_value_alone(string address)
    {
        await GivenAMarketAsync();
        var page = await OpenAsync(address);
        var plain = address.Replace("&security=low", "", StringComparison.Ordinal);

        foreach (var band in page.Document.QuerySelectorAll("input[name=security]"))
        {
            var count = ReadPage.NumberIn(band.ParentElement!.QuerySelector(".count")!.TextContent);
            Assert.Equal(count, (await OpenAsync($"{plain}&security={band.GetAttribute("value")}")).Total);
        }

        foreach (var option in page.Document.QuerySelectorAll("select[name=category_id] option[value]:not([value=''])"))
        {
            var count = ReadPage.NumberIn(option.TextContent.Split('(')[1]);
            Assert.Equal(count, (await OpenAsync($"{address}&category_id={option.GetAttribute("value")}")).Total);
        }
    }

    [SkippableFact]
    public async Task Places_are_looked_up_by_the_server_and_chosen_among_what_it_found()
    {
        await GivenAMarketAsync();
        var looked = await OpenAsync("/contracts?lang=en&place=jita");
        Assert.NotNull(looked.Document.QuerySelector("input[name=station_ids][value='60003760']:not([checked])"));

        var chosen = await OpenAsync(looked.Submit(Rail, form =>
        {
            Field(form, "place").Value = "";
            form.QuerySelector("input[name=system_ids][value='30000142']")!.SetAttribute("checked", "");
        }));

        Assert.Equal("/contracts?system_ids=30000142&lang=en", chosen.Address);
        Assert.NotNull(chosen.Document.QuerySelector("input[name=system_ids][value='30000142'][checked]"));
        Assert.Equal(["No system or station of that name is known."], (await OpenAsync("/contracts?place=xyzzy&lang=en")).Texts(".places .hint"));
    }

    [SkippableFact]
    public async Task The_groups_offered_are_those_of_the_chosen_category()
    {
        await GivenAMarketAsync();

        Assert.Empty((await OpenAsync("/contracts?lang=en")).Document.QuerySelectorAll("select[name=group_id]"));
        Assert.Equal(["Any", "Battleship (3)", "Frigate (1)"], (await OpenAsync("/contracts?category_id=6&segment=all&lang=en")).Texts("select[name=group_id] option"));
    }

    [SkippableFact]
    public async Task The_sort_is_one_field_in_the_form_and_two_parameters_in_the_address()
    {
        await GivenAMarketAsync();
        var page = await OpenAsync("/contracts?lang=en");
        Assert.Contains("Price, lowest first", page.Texts("select[name=sort] option"));

        var sorted = await OpenAsync(page.Submit(".toolbar form", form =>
        {
            ((IHtmlSelectElement)form.QuerySelector("select[name=sort]")!).Value = "price.asc";
            ((IHtmlSelectElement)form.QuerySelector("select[name=size]")!).Value = "20";
        }));

        Assert.Equal("/contracts?lang=en&sort_by=price&sort_direction=asc&size=20", sorted.Address);
        Assert.Equal(["Rokh", "Rokh", "Mixed lot: Ship × 1, Material × 1"], sorted.Headlines);
        Assert.Equal("price.asc", ((IHtmlSelectElement)sorted.One("select[name=sort]")).Value);
        Assert.Equal(
            new[] { "sheet", "csv", "ndjson" }.Select(format => $"/api/v1/contracts/export?segment=ships&lang=en&format={format}"),
            sorted.Links(".exports a[download]"));
        Assert.Equal(["Spreadsheet", "CSV", "NDJSON"], sorted.Texts(".exports a"));
    }

    private static string[] Parameters(string address) => address.Split('?') is [_, var query] ? query.Split('&') : [];

    private static IHtmlInputElement Field(IElement form, string name) => (IHtmlInputElement)form.QuerySelector($"input[name={name}]")!;

    private Task<ReadPage> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK) => ReadPage.OpenAsync(Api, address, expected);

    private async Task GivenAMarketAsync()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await Api.GivenAnotherSweepOf(Universe.Domain, Universe.Noon.AddMinutes(-5));
        await Api.GivenContracts(
            AContract().Priced(285_000_000).Offering(Universe.Rokh),
            AContract().Priced(400_000_000).Offering(Universe.Rokh, Universe.Tritanium).In(Universe.Domain),
            AContract().Priced(310_000_000).Offering(Universe.Rokh),
            AContract().Priced(5).Offering(Universe.Tritanium),
            AContract(),
            AnAuction().Priced(2).Offering(Universe.Rifter),
            AnAuction().In(Universe.Domain),
            ACourier().With(row => row with { Reward = 1_000_000, Volume = 320, Collateral = 5, DaysToComplete = 3 }));
    }
}
