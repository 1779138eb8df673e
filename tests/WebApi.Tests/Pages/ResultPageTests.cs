using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Pages.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Pages;

public sealed class SqliteResultPageTests() : ResultPageTests(DatabaseProvider.Sqlite);

public sealed class PostgresResultPageTests() : ResultPageTests(DatabaseProvider.Postgres);

/// <summary>The list's description of its rows: which ones of how many, how old, and why there are none.</summary>
public abstract class ResultPageTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task Before_the_first_sweep_the_market_is_being_gathered()
    {
        var page = await OpenAsync("/contracts?lang=en");

        Assert.StartsWith("No region has been read yet", page.Texts(".nothing p")[0]);
        Assert.Equal(["/coverage?lang=en"], page.Links(".nothing a"));
    }

    [SkippableFact]
    public async Task A_region_that_was_never_swept_is_named_and_can_be_removed()
    {
        await GivenSweptAsync();
        await Api.GivenContracts(AContract().Offering(Universe.Rokh));
        var page = await OpenAsync("/contracts?region_ids=10000043&lang=en");

        Assert.Contains("Domain has not been read yet, so nothing is known of its contracts.", page.Texts(".nothing p"));
        Assert.Equal(["/contracts?lang=en"], page.Links(".nothing a"));
    }

    [SkippableFact]
    public async Task Without_matching_ships_a_link_to_all_items_shows_their_number()
    {
        await GivenSweptAsync();
        await Api.GivenContracts(AContract().Offering(Universe.Tritanium), AContract().Offering(Universe.Tritanium));
        var page = await OpenAsync("/contracts?search=trit&lang=en");

        Assert.Equal("Other goods: 2", page.Texts(".nothing a")[0]);
        Assert.Equal("/contracts?search=trit&segment=goods&lang=en", page.Links(".nothing a")[0]);
        Assert.Equal(2, (await OpenAsync(page.Links(".nothing a")[0])).Total);
    }

    [SkippableFact]
    public async Task The_number_of_pending_contracts_is_shown_with_and_without_rows()
    {
        await GivenSweptAsync();
        await Api.GivenContracts(AContract(), AContract());
        const string Waiting = "The items of 2 contracts are not read yet; they may be missing here.";

        Assert.Contains(Waiting, (await OpenAsync("/contracts?lang=en")).Texts(".nothing .note"));
        Assert.Equal([Waiting], (await OpenAsync("/contracts?segment=all&lang=en")).Texts(".results-head .note:not(.sample)"));
    }

    [SkippableFact]
    public async Task The_number_of_contracts_of_unknown_systems_is_shown_with_a_filter_by_system()
    {
        await GivenSweptAsync();
        await Api.GivenContracts(AContract().Offering(Universe.Rokh).With(row => row with { StartLocationId = Universe.SomeStructure }));

        Assert.Contains(
            "1 contract that matches otherwise is left out because its system is unknown.",
            (await OpenAsync("/contracts?system_ids=30000142&lang=en")).Texts(".nothing .note"));
    }

    [SkippableFact]
    public async Task Without_matches_each_filter_can_be_removed()
    {
        await GivenSweptAsync();
        await Api.GivenContracts(AContract().Offering(Universe.Rokh).Priced(5));
        var page = await OpenAsync("/contracts?search=nothing&min_price=6&lang=en");

        Assert.Equal("No contract matches.", page.Texts(".nothing p")[0]);
        Assert.Equal(["Remove filter: Search: nothing", "Remove filter: Price from 6 ISK", "Clear all filters"], page.Texts(".nothing a"));
        Assert.Equal(["/contracts?min_price=6&lang=en", "/contracts?search=nothing&lang=en", "/contracts?lang=en"], page.Links(".nothing a"));
    }

    [SkippableFact]
    public async Task Pages_are_numbered_and_a_page_past_the_end_is_explained()
    {
        await GivenSweptAsync();
        await Api.GivenContracts([.. Enumerable.Range(0, 7).Select(_ => AContract().Offering(Universe.Rokh))]);
        var second = await OpenAsync("/contracts?lang=en&size=2&page=2");
        Assert.Equal(["3–4 of 7"], second.Texts(".pager p"));
        Assert.Equal(["First", "Previous", "1", "2", "3", "4", "Next", "Last"], second.Texts(".pager a"));
        Assert.Equal("/contracts?lang=en&size=2", second.Links(".pager a")[0]);
        Assert.Equal("/contracts?lang=en&size=2&page=4", second.Links(".pager a")[^1]);
        Assert.Equal(["7–7 of 7"], (await OpenAsync(second.Links(".pager a")[^1])).Texts(".pager p"));

        var past = await OpenAsync("/contracts?lang=en&size=2&page=9");
        Assert.Equal("Page 9 is past the end: the last page is 4.", past.Texts(".nothing p")[0]);
        Assert.Equal(["/contracts?lang=en&size=2&page=4"], past.Links(".nothing a"));
    }

    [SkippableFact]
    public async Task An_invented_market_is_marked_as_invented()
    {
        await GivenSweptAsync();

        Assert.Equal(["A sample market: these contracts are invented."], (await OpenAsync("/contracts?lang=en")).Texts(".sample"));
    }

    [SkippableFact]
    public async Task Old_data_is_marked_as_old()
    {
        await GivenSweptAsync();
        await Api.GivenATriedRegion(Universe.Domain);
        Assert.EndsWith("1 of 2 regions", (await OpenAsync("/contracts?lang=en")).Texts(".coverage")[0]);
        Assert.Empty((await OpenAsync("/contracts?lang=en")).Texts(".stale"));

        Api.Clock.Advance(TimeSpan.FromHours(2));
        Assert.StartsWith("This data is old: nothing was read for 2 h 7 min.", (await OpenAsync("/contracts?lang=en")).Texts(".stale")[0]);
    }

    [SkippableFact]
    public async Task Regions_that_lag_behind_the_others_are_counted()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddHours(-3));
        await Api.GivenAnotherSweepOf(Universe.Domain, Universe.Noon.AddMinutes(-3));

        Assert.Equal(["1 region was last read more than 2 hours ago."], (await OpenAsync("/contracts?lang=en")).Texts(".stale"));
    }

    private Task<ReadPage> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK) => ReadPage.OpenAsync(Api, address, expected);

    private Task GivenSweptAsync() => Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
}
