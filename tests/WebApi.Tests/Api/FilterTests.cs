using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteFilterTests() : FilterTests(DatabaseProvider.Sqlite);

public sealed class PostgresFilterTests() : FilterTests(DatabaseProvider.Postgres);

/// <summary>What each filter admits and what it refuses.</summary>
public abstract class FilterTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task A_search_finds_all_its_words_in_the_title_or_in_one_offered_item()
    {
        var ids = await Api.GivenContracts(
            AContract().Titled("Selling my ROKH, fitted").Offering(Universe.Tritanium),
            AContract().Titled("fits").Offering(Universe.Tritanium, Universe.RokhBlueprint),
            AContract().Titled("rokh wanted").Requesting(Universe.Tritanium),
            AContract().Offering(Universe.Tritanium).Requesting(Universe.Rokh),
            AContract().Offering(Universe.Rokh, Universe.Tritanium));

        Assert.Equal([ids[0], ids[1], ids[2], ids[4]], (await BrowseAsync("search=rokh")).Ids.Order());
        Assert.Equal([ids[1]], (await BrowseAsync("search=blueprint rokh")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("search=\"my rokh\"")).Ids);
        Assert.Equal([], (await BrowseAsync("search=rokh tritanium")).Ids);
    }

    [SkippableFact]
    public async Task A_search_knows_names_in_the_readers_language_and_in_English()
    {
        var id = await Api.GivenContract(AContract().Offering(Universe.Rokh));

        Assert.Equal([id], (await BrowseAsync("search=ロク&lang=ja")).Ids);
        Assert.Equal([id], (await BrowseAsync("search=ロ&lang=ja")).Ids);
        Assert.Equal([id], (await BrowseAsync("search=РОК&lang=ru")).Ids);
        Assert.Equal([id], (await BrowseAsync("search=rokh&lang=ja")).Ids);
        Assert.Equal([], (await BrowseAsync("search=ロク&lang=de")).Ids);
    }

    [SkippableFact]
    public async Task The_language_is_the_one_asked_for_then_the_browsers_and_names_come_in_it_or_in_English()
    {
        await Api.GivenContract(AContract().Offering(Universe.Rokh, Universe.RokhBlueprint));
        async Task<string?> LabelAsync(string query, string accepted)
        {
            var answer = (await Api.SendAsync(HttpMethod.Get, $"/api/v1/contracts/?{query}", ("Accept-Language", accepted))).Expect(HttpStatusCode.OK);
            Assert.Equal(!query.Contains("lang=", StringComparison.Ordinal), answer.Header("Vary")!.Contains("Accept-Language", StringComparison.Ordinal));
            return answer.Ids.Count == 0 ? null : answer.Json.GetProperty("items")[0].GetProperty("primary_label").GetString();
        }

        Assert.Equal("ロク", await LabelAsync($"search={Uri.EscapeDataString("ロク")}", "xx, ja;q=0.9, de;q=0.8"));
        Assert.Null(await LabelAsync($"search={Uri.EscapeDataString("ロク")}", "de"));
        Assert.Equal("ロク", await LabelAsync($"search={Uri.EscapeDataString("ロク")}&lang=ja", "de"));
        Assert.Equal("Rokh", await LabelAsync("search=rokh", "fr"));
        Assert.Equal("Rokh", await LabelAsync("search=blueprint", "nonsense;;q"));
    }

    [SkippableTheory]
    [InlineData("%%%", "100%%% legal")]
    [InlineData("___", "under___score")]
    [InlineData("\\\\\\", "back\\\\\\slash")]
    [InlineData("'; drop table", "'; drop table contracts;--")]
    [InlineData("a\"b", "a\"b")]
    [InlineData("🚀🚀🚀", "to the moon 🚀🚀🚀")]
    [InlineData("שלום", "שלום עולם")]
    [InlineData("[a-z]*", "[a-z]* matches nothing")]
    public async Task Odd_characters_find_themselves_and_nothing_else(string search, string title)
    {
        var ids = await Api.GivenContracts(
            AContract().Titled(title).Offering(Universe.Rokh),
            AContract().Titled("100 percent legal, underscore, backslash, ab").Offering(Universe.Rokh));

        Assert.Equal([ids[0]], (await BrowseAsync($"search={search}")).Ids);
    }

    [SkippableFact]
    public async Task Prices_are_bounded_at_both_ends_by_the_current_bid_where_there_is_one()
    {
        var ids = await Api.GivenContracts(
            AContract().Priced(100).Offering(Universe.Rokh),
            AContract().Priced(100.01m).Offering(Universe.Rokh),
            AnAuction().Priced(1).Offering(Universe.Rokh).WithBidsOf(100, 50),
            AnAuction().Priced(100).Offering(Universe.Rokh).WithBidsOf(200),
            ACourier().With(row => row with { Reward = 100 }));

        Assert.Equal([ids[0], ids[2]], (await BrowseAsync("min_price=100&max_price=100")).Ids.Order());
        Assert.Equal([ids[0], ids[1], ids[2]], (await BrowseAsync("max_price=100.01")).Ids.Order());
        Assert.Equal([ids[1], ids[3]], (await BrowseAsync("min_price=100.01")).Ids.Order());
    }

    [SkippableFact]
    public async Task A_point_before_three_digits_is_a_decimal_point_in_the_API()
    {
        var ids = await Api.GivenContracts(AContract().Priced(1).Offering(Universe.Rokh), AContract().Priced(1000).Offering(Universe.Rokh));

        Assert.Equal([ids[0]], (await BrowseAsync("max_price=1.000")).Ids);
    }

    [SkippableFact]
    public async Task Regions_are_any_of_those_given()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Rokh).In(Universe.TheForge), AContract().Offering(Universe.Rokh).In(Universe.Domain));

        Assert.Equal([ids[0]], (await BrowseAsync("region_ids=10000002")).Ids);
        Assert.Equal(ids, (await BrowseAsync("region_ids=10000002&region_ids=10000043&region_ids=7")).Ids.Order());
        Assert.Equal([], (await BrowseAsync("region_ids=7")).Ids);
    }

    [SkippableFact]
    public async Task Types_ask_for_one_offered_line_of_any_of_those_given()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Tritanium, Universe.Rokh),
            AContract().Offering(Universe.Tritanium).Requesting(Universe.Rokh),
            AContract().Offering(Universe.Rifter));

        Assert.Equal([ids[0]], (await BrowseAsync("type_ids=24688")).Ids);
        Assert.Equal([ids[0], ids[2]], (await BrowseAsync("type_ids=24688&type_ids=587")).Ids.Order());
    }

    [SkippableFact]
    public async Task Contracts_are_filtered_by_type_and_by_ships()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Tritanium, Universe.Rokh),
            AContract().Offering(Universe.Tritanium).Requesting(Universe.Rokh),
            AnAuction().Offering(Universe.Rifter),
            ACourier());

        Assert.Equal([ids[2]], (await BrowseAsync("contract_type=auction")).Ids);
        Assert.Equal([ids[0], ids[2]], (await BrowseAsync("is_ship_contract=true")).Ids.Order());
        Assert.Equal([ids[1], ids[3]], (await BrowseAsync("is_ship_contract=false")).Ids.Order());
        Assert.Equal([ids[0]], (await BrowseAsync("is_ship_contract=true&contract_type=item_exchange")).Ids);
        Assert.Equal([], (await BrowseAsync("contract_type=loan")).Ids);
    }

    [SkippableFact]
    public async Task Segments_are_what_players_call_them_and_each_contract_is_in_one()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Tritanium, Universe.Rokh, Universe.RokhBlueprint),
            AContract().Offering(Universe.Tritanium, Universe.RokhBlueprint),
            AContract().Offering(Universe.Tritanium).Requesting(Universe.Rokh),
            AContract().Requesting(Universe.Rokh),
            AnAuction().Offering(Universe.Rifter),
            ACourier(),
            AContract());

        string[] segments = ["ships", "blueprints", "goods", "wanted", "auctions", "couriers"];
        foreach (var (segment, id) in segments.Zip(ids)) Assert.Equal([id], (await BrowseAsync($"segment={segment}")).Ids);
        Assert.Equal([ids[0], ids[5]], (await BrowseAsync("segment=ships&segment=couriers")).Ids.Order());
        Assert.Equal([], (await BrowseAsync("segment=ships&contract_type=auction")).Ids);
        Assert.Equal([ids[3]], (await BrowseAsync("segment=wanted&type_ids=24688")).Ids);
        Assert.Equal([ids[3]], (await BrowseAsync("segment=wanted&category_id=6&group_id=27")).Ids);
        Assert.Equal([ids[3]], (await BrowseAsync("segment=wanted&search=ロク&lang=ja")).Ids);
        Assert.Equal([], (await BrowseAsync("segment=wanted&type_ids=34")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("type_ids=24688")).Ids);
    }

    [SkippableFact]
    public async Task Single_contracts_are_compared_by_their_unit_price()
    {
        var ids = await Api.GivenContracts(
            AContract().Priced(100).OfferingAStackOf(Universe.Tritanium, 8),
            AContract().Priced(30).OfferingACopyOf(Universe.RokhBlueprint, runs: 3, me: 8, te: 14),
            AContract().Priced(1).Offering(Universe.Tritanium, Universe.Rokh),
            AContract().Priced(1).Offering(Universe.Rokh).Requesting(Universe.Tritanium),
            AnAuction().Priced(1).Offering(Universe.Rifter).WithBidsOf(11));

        Assert.Equal([ids[1], ids[4], ids[0]], (await BrowseAsync("single=true&sort_by=unit_price&sort_direction=asc")).Ids);
        Assert.Equal([ids[2], ids[3]], (await BrowseAsync("single=false")).Ids.Order());
        Assert.Equal([ids[0], ids[4]], (await BrowseAsync("min_unit_price=11&max_unit_price=12.5")).Ids.Order());
        Assert.Equal([ids[1]], (await BrowseAsync("max_unit_price=10")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("single=true&type_ids=34")).Ids);
        var export = (await Api.GetAsync("/api/v1/contracts/export?single=true")).Expect(HttpStatusCode.OK).Body;
        Assert.Equal(["12.50", "10.00", "11.00"], CsvTable.Read(export).Column("unit_price"));
        Assert.Equal(["", "copy", ""], CsvTable.Read(export).Column("blueprint_summary_kind"));
    }

    [SkippableFact]
    public async Task One_offered_line_must_meet_all_filters_about_items()
    {
        var ids = await Api.GivenContracts(
            AContract().OfferingACopyOf(Universe.RokhBlueprint, runs: 10, me: 8, te: 20),
            AContract().OfferingACopyOf(Universe.RokhBlueprint, runs: 1, me: 8, te: 0).OfferingACopyOf(Universe.RokhBlueprint, runs: 10, me: 0, te: 20),
            AContract().Offering(Universe.RokhBlueprint).Requesting(Universe.Rokh),
            AContract().Offering(Universe.Rokh, Universe.Tritanium),
            ACourier());

        Assert.Equal([ids[0]], (await BrowseAsync("min_runs=10&min_me=8")).Ids);
        Assert.Equal([ids[0], ids[1]], (await BrowseAsync("min_runs=10&max_runs=10&min_te=20")).Ids.Order());
        Assert.Equal([ids[1]], (await BrowseAsync("max_me=0&type_ids=24689")).Ids);
        Assert.Equal([ids[1]], (await BrowseAsync("max_runs=1&max_te=0&is_bpc=true&category_id=9")).Ids);
        Assert.Equal([ids[0], ids[1], ids[2]], (await BrowseAsync("category_id=9")).Ids.Order());
        Assert.Equal([ids[3]], (await BrowseAsync("group_id=27")).Ids);
        Assert.Equal([], (await BrowseAsync("group_id=27&category_id=4")).Ids);
        Assert.Equal([ids[0], ids[1]], (await BrowseAsync("is_bpc=true")).Ids.Order());
        Assert.Equal([ids[2], ids[3], ids[4]], (await BrowseAsync("is_bpc=false")).Ids.Order());
    }

    [SkippableFact]
    public async Task Rewards_and_collaterals_are_bounded_where_there_are_any()
    {
        var ids = await Api.GivenContracts(
            ACourier().With(row => row with { Reward = 100, Collateral = 5 }),
            ACourier().With(row => row with { Reward = 200, Collateral = 0 }),
            ACourier(),
            AContract().Priced(150).Offering(Universe.Rokh));

        Assert.Equal([ids[0], ids[1]], (await BrowseAsync("min_reward=100&max_reward=200")).Ids.Order());
        Assert.Equal([ids[1]], (await BrowseAsync("min_reward=100.01")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("min_collateral=0.01")).Ids);
        Assert.Equal([ids[0], ids[1]], (await BrowseAsync("max_collateral=5")).Ids.Order());
    }

    [SkippableFact]
    public async Task Systems_stations_and_security_look_at_the_start_and_the_unknown_is_counted()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Rokh),
            AContract().Offering(Universe.Rokh).With(row => row with { StartLocationId = Universe.SomeStructure }),
            AContract().Offering(Universe.Rifter).With(row => row with { StartLocationId = null }));

        Assert.Equal([ids[0]], (await BrowseAsync("system_ids=30000142&system_ids=7")).Ids);
        Assert.Equal([], (await BrowseAsync("system_ids=7")).Ids);
        Assert.Equal([ids[1]], (await BrowseAsync("station_ids=1035466617946")).Ids);
        Assert.Equal([ids[0]], (await BrowseAsync("security=high&security=low")).Ids);
        Assert.Equal([], (await BrowseAsync("security=null")).Ids);
        Assert.Equal(2, (await BrowseAsync("system_ids=30000142")).Json.GetProperty("unknown_system_excluded").GetInt32());
        Assert.Equal(1, (await BrowseAsync("system_ids=30000142&type_ids=587")).Json.GetProperty("unknown_system_excluded").GetInt32());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, (await BrowseAsync("security=high")).Json.GetProperty("unknown_system_excluded").ValueKind);
    }
}
