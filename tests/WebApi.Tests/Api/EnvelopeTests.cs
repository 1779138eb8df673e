using System.Net;
using System.Text.Json;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

public sealed class EnvelopeTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private ApiFactory Api => shared.Api;

    [Fact]
    public async Task Every_key_of_the_envelope_is_there_null_where_it_is_unknown()
    {
        var page = (await Api.GetAsync("/api/v1/contracts/")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(
            ["total", "page", "size", "items", "segment_counts", "coverage", "unknown_system_excluded", "pending", "next_cursor", "facets"],
            Keys(page));
        Assert.Equal(["item_exchange", "auction", "courier", "loan", "unknown"], Keys(page.GetProperty("segment_counts")));
        Assert.Equal(["source", "ingested_region_ids", "as_of", "regions"], Keys(page.GetProperty("coverage")));
        Assert.Equal(["region_id", "name", "as_of"], Keys(page.GetProperty("coverage").GetProperty("regions")[0]));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("unknown_system_excluded").ValueKind);
    }

    [Fact]
    public async Task Every_row_of_any_type_has_every_key()
    {
        string[] keys =
        [
            "contract_id", "type", "title", "primary_label", "price", "unit_price", "buyout", "collateral", "reward", "reward_per_volume", "volume",
            "days_to_complete", "issuer_id", "issuer_name", "issuer_corporation_id", "issuer_corporation_name", "for_corporation",
            "start_location_id", "start_location_name", "start_location_system_id", "start_location_region_id", "start_security",
            "end_location_id", "end_location_name", "end_location_system_id", "date_issued", "date_expired", "first_seen_at", "last_seen_at",
            "is_ship_contract", "is_blueprint_copy_contract", "is_want_to_buy", "asks_for_items", "items_pending", "current_bid", "bid_count",
            "composition", "blueprint_summary",
        ];
        var rows = (await Api.GetAsync("/api/v1/contracts/")).Expect(HttpStatusCode.OK).Json.GetProperty("items");

        Assert.Equal(5, rows.GetArrayLength());
        Assert.All(rows.EnumerateArray(), row => Assert.Equal(keys.Order(), Keys(row).Order()));
    }

    [Fact]
    public async Task A_single_contract_also_has_its_status_its_lines_and_its_bids()
    {
        var contract = (await Api.GetAsync($"/api/v1/contracts/{shared.AuctionId}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(["state", "evidence", "closed_at"], Keys(contract.GetProperty("status")));
        Assert.Equal("live", contract.GetProperty("status").GetProperty("state").GetString());
        Assert.Equal(
            [
                "record_id", "type_id", "type_name", "category", "category_id", "group_id", "market_group_id", "quantity", "is_included",
                "is_blueprint_copy", "runs", "material_efficiency", "time_efficiency", "item_id",
            ],
            Keys(contract.GetProperty("items")[0]));
        Assert.Equal(["bid_id", "amount", "date_bid"], Keys(contract.GetProperty("bids")[0]));
        Assert.False(contract.TryGetProperty("row", out _));
    }

    [Fact]
    public async Task Money_is_a_number_with_both_decimals_and_absent_money_is_null()
    {
        var rokh = (await Api.GetAsync($"/api/v1/contracts/{shared.RokhId}")).Expect(HttpStatusCode.OK).Json;
        var auction = (await Api.GetAsync($"/api/v1/contracts/{shared.AuctionId}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("285000000.00", rokh.GetProperty("price").GetRawText());
        Assert.Equal("null", rokh.GetProperty("buyout").GetRawText());
        Assert.Equal("12.50", auction.GetProperty("current_bid").GetRawText());
    }

    [Fact]
    public async Task Instants_are_UTC_to_the_millisecond_and_enums_are_words()
    {
        var answer = await Api.GetAsync($"/api/v1/contracts/{shared.RokhId}");
        var rokh = answer.Expect(HttpStatusCode.OK).Json;

        Assert.Equal("2026-03-13T12:00:00.000Z", rokh.GetProperty("date_issued").GetString());
        Assert.Equal("2026-03-13T12:00:00.000Z", rokh.GetProperty("first_seen_at").GetString());
        Assert.Equal("2026-03-14T11:53:00.000Z", rokh.GetProperty("last_seen_at").GetString());
        Assert.Equal("item_exchange", rokh.GetProperty("type").GetString());
    }

    [Fact]
    public async Task Users_text_cannot_close_a_script_element()
    {
        var answer = (await Api.GetAsync($"/api/v1/contracts/{shared.RokhId}")).Expect(HttpStatusCode.OK);

        Assert.DoesNotContain("<", answer.Body, StringComparison.Ordinal);
        Assert.Equal("Cheap <Rokh> & fittings", answer.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Coverage_has_the_swept_regions_and_the_source()
    {
        var coverage = (await Api.GetAsync("/api/v1/contracts/?region_ids=10000043")).Expect(HttpStatusCode.OK).Json.GetProperty("coverage");

        Assert.Equal("sample", coverage.GetProperty("source").GetString());
        Assert.Equal([10_000_002], coverage.GetProperty("ingested_region_ids").EnumerateArray().Select(id => id.GetInt32()));
        Assert.Equal("2026-03-14T11:53:00.000Z", coverage.GetProperty("as_of").GetString());
    }

    private static List<string> Keys(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];
}
