using System.Net;
using System.Text.Json;
using HangarBay.Domain.Catalogue;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteBrowsingTests() : BrowsingTests(DatabaseProvider.Sqlite);

public sealed class PostgresBrowsingTests() : BrowsingTests(DatabaseProvider.Postgres);

/// <summary>What each filter admits and what it refuses, how pages are sorted and counted.</summary>
public abstract class BrowsingTests(DatabaseProvider provider) : IAsyncLifetime
{
    private ApiFactory Api { get; set; } = null!;

    public async Task InitializeAsync() => Api = await ApiFactory.StartAsync(provider);

    public async Task DisposeAsync()
    {
        if (Api is not null) await Api.DisposeAsync();
    }

    [SkippableFact]
    public async Task Only_live_contracts_are_listed_and_the_rest_still_answer_on_their_own()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Rokh),
            AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon }),
            AContract().Offering(Universe.Rokh).ClosedAt(Universe.Noon.AddHours(-1)));

        Assert.Equal([ids[0]], (await BrowseAsync("")).Ids);
        Assert.Equal(("live", null), await StatusAsync(ids[0]));
        Assert.Equal(("closed", "expired"), await StatusAsync(ids[1]));
        Assert.Equal(("closed", "gone_early"), await StatusAsync(ids[2]));
    }

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

    [SkippableFact]
    public async Task Segment_counts_lift_the_segment_and_ships_where_nothing_has_items_while_the_total_lifts_neither()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium), AnAuction().Offering(Universe.Rifter), ACourier(), ACourier());

        var page = (await BrowseAsync("is_ship_contract=true&contract_type=item_exchange")).Json;

        Assert.Equal(1, page.GetProperty("total").GetInt32());
        Assert.Equal("""{"item_exchange":1,"auction":1,"courier":2,"loan":0,"unknown":0}""", page.GetProperty("segment_counts").GetRawText());
    }

    [SkippableFact]
    public async Task A_segments_count_is_what_a_click_on_it_then_shows()
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

    [SkippableTheory]
    [InlineData("date_issued")]
    [InlineData("date_expired")]
    [InlineData("price")]
    [InlineData("buyout")]
    [InlineData("collateral")]
    [InlineData("reward")]
    [InlineData("reward_per_volume")]
    [InlineData("volume")]
    [InlineData("days_to_complete")]
    [InlineData("ship_name")]
    public async Task Rows_sort_both_ways_with_nulls_last_and_pages_show_each_once(string sort)
    {
        ContractBuilder Auction(int rank, TypeId ship) => AnAuction().Offering(ship).Priced(rank).With(row => row with
        {
            Buyout = rank * 10, DateIssued = Universe.Noon.AddDays(-10 + rank), DateExpired = Universe.Noon.AddDays(rank), Volume = rank,
        });
        ContractBuilder Courier(int rank) => ACourier().With(row => row with
        {
            Collateral = rank, Reward = rank * 100, Volume = 10, DaysToComplete = rank,
            DateIssued = Universe.Noon.AddDays(-10 + rank), DateExpired = Universe.Noon.AddDays(rank),
        });
        await Api.GivenContracts(
            Auction(2, Universe.Rokh), Auction(1, Universe.Rifter), Auction(2, Universe.Rokh), Courier(1), Courier(2), Courier(2),
            AContract().Offering(Universe.Tritanium));

        var up = await PagesAsync($"sort_by={sort}&sort_direction=asc");
        var down = await PagesAsync($"sort_by={sort}&sort_direction=desc");

        Assert.Equal(7, up.Distinct().Count());
        Assert.Equal(up.Order(), down.Order());
        var key = await KeysAsync(sort);
        var known = up.TakeWhile(id => key[id] is not null).ToList();
        Assert.True(known.Count >= 3);
        Assert.All(up.Skip(known.Count), id => Assert.Null(key[id]));
        Assert.Equal(up.Where(id => key[id] is not null).OrderBy(id => key[id]).ThenBy(id => id), known);
        Assert.Equal(known.AsEnumerable().Reverse(), down.Take(known.Count));
        Assert.Equal(up.Skip(known.Count).Reverse(), down.Skip(known.Count));
    }

    [SkippableFact]
    public async Task The_newest_come_first_where_nothing_is_said()
    {
        var ids = await Api.GivenContracts(
            AContract().With(row => row with { DateIssued = Universe.Noon.AddDays(-3) }),
            AContract().With(row => row with { DateIssued = Universe.Noon.AddDays(-2) }));

        Assert.Equal(ids.Reverse(), (await BrowseAsync("")).Ids);
    }

    [SkippableFact]
    public async Task A_page_past_the_end_is_empty_with_the_true_total()
    {
        await Api.GivenContracts(AContract(), AContract(), AContract());

        var past = await BrowseAsync("page=3&size=2");

        Assert.Equal([], past.Ids);
        Assert.Equal(3, past.Total);
        Assert.Single((await BrowseAsync("page=2&size=2")).Ids);
    }

    [SkippableFact]
    public async Task The_taxonomy_is_what_live_contracts_offer()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh, Universe.NeverHeardOf).Requesting(Universe.Tritanium),
            AContract().Offering(Universe.Rifter).ClosedAt(Universe.Noon.AddHours(-1)));

        var taxonomy = (await Api.GetAsync("/api/v1/contracts/taxonomy?lang=de")).Expect(HttpStatusCode.OK);

        Assert.Equal(
            """{"categories":[{"category_id":6,"name":"Schiff"}],"groups":[{"group_id":27,"category_id":6,"name":"Schlachtschiff"}],"coverage":"partial"}""",
            taxonomy.Body);
    }

    [SkippableFact]
    public async Task A_contract_tells_its_lines_its_bids_and_the_terms_of_its_copies()
    {
        var id = await Api.GivenContract(
            AnAuction().Priced(5).OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14).Requesting(Universe.NeverHeardOf).WithBidsOf(6, 7));

        var contract = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("""{"runs":4,"material_efficiency":8,"time_efficiency":14,"copy_count":1}""", contract.GetProperty("blueprint_summary").GetRawText());
        Assert.Equal("Rokh Blueprint", contract.GetProperty("primary_label").GetString());
        Assert.Equal(["Rokh Blueprint", null], contract.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("type_name").GetString()));
        Assert.Equal([7m, 6m], contract.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("amount").GetDecimal()));
    }

    private Task<Answer> BrowseAsync(string query) => Api.GetAsync($"/api/v1/contracts/?{Escape(query)}");

    /// <summary>Values as a browser would send them.</summary>
    private static string Escape(string query) => string.Join('&', query.Split('&').Where(pair => pair.Length > 0).Select(pair =>
    {
        var parts = pair.Split('=', 2);
        return $"{parts[0]}={Uri.EscapeDataString(parts[1])}";
    }));

    private async Task<List<long>> PagesAsync(string query)
    {
        var ids = new List<long>();
        for (var page = 1; page <= 4; page++) ids.AddRange((await BrowseAsync($"{query}&size=2&page={page}")).Ids);
        return ids;
    }

    /// <summary>What each row shows of what is sorted by; for names the label of ships.</summary>
    private async Task<Dictionary<long, IComparable?>> KeysAsync(string sort)
    {
        var rows = (await BrowseAsync("")).Json.GetProperty("items").EnumerateArray();
        return rows.ToDictionary(row => row.GetProperty("contract_id").GetInt64(), row =>
        {
            if (sort == "ship_name" && !row.GetProperty("is_ship_contract").GetBoolean()) return null;
            var value = row.GetProperty(sort == "ship_name" ? "primary_label" : sort);
            return value.ValueKind switch
            {
                JsonValueKind.Null => (IComparable?)null,
                JsonValueKind.Number => value.GetDecimal(),
                _ => value.GetString(),
            };
        });
    }

    private async Task<(string? State, string? Evidence)> StatusAsync(long id)
    {
        var status = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json.GetProperty("status");
        return (status.GetProperty("state").GetString(), status.GetProperty("evidence").GetString());
    }
}
