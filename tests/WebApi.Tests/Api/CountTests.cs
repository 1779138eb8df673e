using System.Text.Json;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteCountTests() : CountTests(DatabaseProvider.Sqlite);

public sealed class PostgresCountTests() : CountTests(DatabaseProvider.Postgres);

/// <summary>The counts beside the listed rows (B2, B10).</summary>
public abstract class CountTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task Segment_counts_ignore_the_segment_and_the_ships_filter_without_lines_and_the_total_applies_both()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium), AnAuction().Offering(Universe.Rifter), ACourier(), ACourier());

        var page = (await BrowseAsync("is_ship_contract=true&contract_type=item_exchange")).Json;

        Assert.Equal(1, page.GetProperty("total").GetInt32());
        Assert.Equal("""{"item_exchange":1,"auction":1,"courier":2,"loan":0,"unknown":0}""", page.GetProperty("segment_counts").GetRawText());
    }

    [SkippableFact]
    public async Task Facets_count_the_six_segments_and_what_is_in_none()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Requesting(Universe.Rokh), AContract().Offering(Universe.Tritanium), AContract(), AnAuction(), ACourier());
        async Task<string> CountAsync(string query) =>
            (await BrowseAsync($"facets=segments&{query}")).Json.GetProperty("facets").GetProperty("segments").GetRawText();

        Assert.Equal(
            """{"values":[{"value":"ships","count":1},{"value":"blueprints","count":0},{"value":"goods","count":1},{"value":"wanted","count":1},{"value":"auctions","count":1},{"value":"couriers","count":1}],"pending":1,"none":0}""",
            await CountAsync("segment=ships"));
        Assert.Equal(
            """{"values":[{"value":"ships","count":1},{"value":"blueprints","count":0},{"value":"goods","count":0},{"value":"wanted","count":1},{"value":"auctions","count":0},{"value":"couriers","count":0}],"pending":1,"none":0}""",
            await CountAsync("type_ids=24688"));
    }

    [SkippableFact]
    public async Task A_segments_count_is_the_total_after_a_click_on_it()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium), AContract(), AnAuction(), ACourier());

        var counts = (await BrowseAsync("")).Json.GetProperty("segment_counts");

        foreach (var segment in counts.EnumerateObject())
            Assert.Equal(segment.Value.GetInt32(), (await BrowseAsync($"contract_type={segment.Name}")).Total);
    }

    [SkippableFact]
    public async Task Pending_contracts_are_listed_where_nothing_asks_for_their_lines_and_counted_always()
    {
        var ids = await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Titled("no lines yet"), ACourier());

        Assert.Equal(3, (await BrowseAsync("")).Total);
        foreach (var query in (string[])["type_ids=24688", "is_ship_contract=true", "sort_by=ship_name&is_ship_contract=true"])
        {
            var answer = await BrowseAsync(query);
            Assert.Equal([ids[0]], answer.Ids);
            Assert.Equal(1, answer.Json.GetProperty("pending").GetInt32());
        }

        var pending = (await BrowseAsync("search=lines")).Json.GetProperty("items")[0];
        Assert.True(pending.GetProperty("items_pending").GetBoolean());
        Assert.Equal(JsonValueKind.Null, pending.GetProperty("is_ship_contract").ValueKind);
    }
}
