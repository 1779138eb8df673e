using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

public sealed class LineTests : SandboxTest
{
    [Fact]
    public async Task Items_answer_for_an_hour_with_ascending_rows()
    {
        foreach (var row in (await Esi.ListAsync(Domain)).Where(r => (string)r["type"]! == "item_exchange").Take(40))
        {
            var reply = await Esi.GetAsync($"/contracts/public/items/{row["contract_id"]}");
            if (reply.Status == 204)
                continue; // Ended within this generation.
            var records = reply.Rows.Select(r => (long)r["record_id"]!).ToArray();
            Assert.Equal(200, reply.Status);
            Assert.Equal("1", reply["X-Pages"]);
            Assert.NotEmpty(records);
            Assert.Equal(records.Distinct().Order(), records);
            Assert.Equal(TimeSpan.FromHours(1), reply.Instant("Expires") - reply.Instant("Date"));
        }
    }

    [Fact]
    public async Task False_and_unknown_values_are_left_out()
    {
        var rows = await AllLines();

        Assert.All(rows, row => Assert.Equal((bool)row["is_included"]!, row.ContainsKey("item_id")));
        Assert.All(rows.Where(r => r.ContainsKey("is_blueprint_copy")), row => Assert.True((bool)row["is_blueprint_copy"]! && row.ContainsKey("runs")));
        Assert.Contains(rows, row => !row.ContainsKey("is_blueprint_copy") && row.ContainsKey("material_efficiency") && !row.ContainsKey("runs"));
        Assert.Contains(rows, row => !(bool)row["is_included"]!);
        Assert.Contains(rows, row => (long)row["quantity"]! > 1);
    }

    [Fact]
    public async Task A_want_to_buy_has_a_reward_and_no_price()
    {
        var asked = 0;
        foreach (var wanted in (await Esi.ListAsync(TheForge)).Where(r => (string)r["type"]! == "item_exchange" && (double)r["reward"]! > 0))
        {
            Assert.Equal(0, (double)wanted["price"]!);
            var items = await Esi.GetAsync($"/contracts/public/items/{wanted["contract_id"]}");
            if (items.Status == 204)
                continue; // Accepted since the list was made.
            Assert.All(items.Rows, row => Assert.False((bool)row["is_included"]!));
            asked++;
        }

        Assert.True(asked > 0);
    }

    [Fact]
    public async Task A_contract_that_is_over_has_no_content_and_one_that_never_was_is_not_found()
    {
        var id = Server.Market.Listed(Domain)[0];
        Time.Advance(TimeSpan.FromDays(29));

        var over = await Esi.GetAsync($"/contracts/public/items/{id}");
        Assert.Equal((204, ""), (over.Status, over.Body));
        Assert.Equal(404, (await Esi.GetAsync("/contracts/public/items/1")).Status);
        Assert.Equal(404, (await Esi.GetAsync("/contracts/public/items/pelican")).Status);
    }

    [Fact]
    public async Task Couriers_have_no_items()
    {
        var courier = (await Esi.ListAsync(TheForge)).First(r => (string)r["type"]! == "courier");

        Assert.Equal(204, (await Esi.GetAsync($"/contracts/public/items/{courier["contract_id"]}")).Status);
        Assert.True((int)courier["days_to_complete"]! > 0);
    }

    [Fact]
    public async Task Auctions_have_rising_bids_and_none_from_the_future()
    {
        var seen = 0;
        foreach (var auction in (await Esi.ListAsync(TheForge)).Where(r => (string)r["type"]! == "auction"))
        {
            var reply = await Esi.GetAsync($"/contracts/public/bids/{auction["contract_id"]}");
            if (reply.Status == 204)
                continue;
            var amounts = reply.Rows.Select(r => (double)r["amount"]!).ToArray();
            Assert.Equal(TimeSpan.FromMinutes(5), reply.Instant("Expires") - reply.Instant("Date"));
            Assert.Equal(amounts.Order(), amounts);
            Assert.All(reply.Rows, row => Assert.True((DateTimeOffset)row["date_bid"]! <= Start));
            seen += amounts.Length;
        }

        Assert.True(seen > 0);
    }

    [Fact]
    public async Task Many_items_come_in_pages()
    {
        var id = Assert.Single(Server.Market.Add(Domain, 1, lines: 1500));
        Time.Advance(TimeSpan.FromSeconds(2));

        var first = await Esi.GetAsync($"/contracts/public/items/{id}");
        var second = await Esi.GetAsync($"/contracts/public/items/{id}?page=2");

        Assert.Equal("2", first["X-Pages"]);
        Assert.Equal((1000, 500), (first.Rows.Count(), second.Rows.Count()));
        Assert.Equal(404, (await Esi.GetAsync($"/contracts/public/items/{id}?page=3")).Status);
    }

    [Fact]
    public async Task Every_type_and_place_a_contract_names_can_be_looked_up()
    {
        var types = (await AllLines()).Select(r => (int)r["type_id"]!).Distinct();
        foreach (var type in types)
            Assert.Equal(200, (await Esi.GetAsync($"/universe/types/{type}")).Status);
        var places = Server.Market.Regions.ToAsyncEnumerable()
            .SelectMany(async (region, _) => (IEnumerable<JsonObject>)await Esi.ListAsync(region))
            .Select(row => (long)row["start_location_id"]!).Distinct();
        await foreach (var place in places.Take(60))
            Assert.Equal(place < 1_000_000_000_000 ? 200 : 404, (await Esi.GetAsync($"/universe/stations/{place}")).Status);
    }

    private async Task<List<JsonObject>> AllLines()
    {
        var rows = new List<JsonObject>();
        foreach (var region in new[] { Domain, 10000030, 10000033, 10000016 })
        {
            foreach (var id in Server.Market.Listed(region))
            {
                var reply = await Esi.GetAsync($"/contracts/public/items/{id}");
                if (reply.Status == 200)
                    rows.AddRange(reply.Rows);
            }
        }

        return rows;
    }
}
