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
    public async Task Contracts_are_told_apart_by_type_and_by_ships()
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
}
