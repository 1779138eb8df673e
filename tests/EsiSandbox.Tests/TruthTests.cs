using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

public sealed class TruthTests : SandboxTest
{
    [Fact]
    public async Task The_truth_is_what_the_routes_answer()
    {
        Server.Market.Drop(Domain, 2);
        Server.Market.Add(Domain, 2);
        Time.Advance(TimeSpan.FromSeconds(2));
        foreach (var region in new[] { Domain, 10000030 })
        {
            var rows = await Esi.ListAsync(region);
            var truth = Server.Market.Truth(region).ToList();

            Assert.Equal(rows.Select(row => (long)row["contract_id"]!), truth.Select(contract => contract.Terms.Id));
            foreach (var (row, contract) in rows.Zip(truth))
            {
                Assert.Equal((DateTimeOffset)row["date_issued"]!, contract.Issued);
                Assert.Equal((DateTimeOffset)row["date_expired"]!, contract.Expires);
                Assert.Equal((double)row["price"]!, contract.Terms.Price);
                var items = await Esi.GetAsync($"/contracts/public/items/{contract.Terms.Id}");
                Assert.Equal(contract.IsOpen && !contract.Terms.IsCourier ? 200 : 204, items.Status);
                if (items.Status == 200)
                    Assert.Equal(items.Rows.Select(item => (long)item["record_id"]!), contract.Lines.Select(line => line.RecordId));
                var bids = await Esi.GetAsync($"/contracts/public/bids/{contract.Terms.Id}");
                Assert.Equal(bids.Status == 200 ? bids.Rows.Select(bid => (long)bid["bid_id"]!) : [], contract.Bids.Where(_ => contract.IsOpen).Select(bid => bid.Id));
            }
        }
    }

    [Fact]
    public void A_contract_ends_when_it_is_dropped_and_stays_in_the_truth()
    {
        var before = Server.Market.Terms(Server.Market.Listed(Domain)[0])!;
        Assert.True(before.Ends > Start);

        Time.Advance(TimeSpan.FromMinutes(1));
        Server.Market.Drop(Domain, [before.Id]);
        Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(Start.AddMinutes(1), Server.Market.Terms(before.Id)!.Ends);
        Assert.Null(Server.Market.Terms(before.Id + 1_000_000_000));
    }

    [Fact]
    public async Task Over_HTTP_it_is_an_object_a_line()
    {
        var list = await Esi.GetAsync($"/contracts/public/{Domain}");
        var reply = await Esi.GetAsync($"/sandbox/truth?region={Domain}");
        var lines = reply.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();

        Assert.Equal("application/x-ndjson", reply["Content-Type"]);
        Assert.Equal(list.Rows.Select(row => row.ToJsonString()), lines.Select(line => line["contract"]!.ToJsonString()));
        Assert.All(lines, line => Assert.Equal((Domain, list.Instant("Last-Modified")), ((int)line["region_id"]!, (DateTimeOffset)line["as_of"]!)));
        var open = lines.First(line => (bool)line["open"]! && (string)line["contract"]!["type"]! == "item_exchange");
        Assert.Equal((await Esi.GetAsync($"/contracts/public/items/{open["contract"]!["contract_id"]}")).Body, open["items"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_a_region_the_truth_has_all_regions()
    {
        var lines = (await Esi.GetAsync("/sandbox/truth")).Body.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(Server.Market.Regions.Sum(region => Server.Market.Listed(region).Count), lines.Length);
        Assert.Equal(400, (await Esi.GetAsync("/sandbox/truth?region=1")).Status);
    }

    [Fact]
    public void Bids_are_added_during_an_auction()
    {
        int Bids() => Server.Market.Truth(TheForge).Where(contract => contract.Terms.IsAuction).Sum(contract => contract.Bids.Count);
        Server.Market.TurnOver(TheForge);
        var auctions = Server.Market.Truth(TheForge).Where(contract => contract.Terms.IsAuction).ToDictionary(contract => contract.Terms.Id, contract => contract.Bids.Count);
        Time.Advance(TimeSpan.FromDays(4));
        var later = Server.Market.Truth(TheForge).Where(contract => auctions.ContainsKey(contract.Terms.Id)).ToList();

        Assert.NotEmpty(later);
        Assert.All(later, contract => Assert.True(contract.Bids.Count >= auctions[contract.Terms.Id]));
        Assert.Contains(later, contract => contract.Bids.Count > auctions[contract.Terms.Id]);
        Assert.True(Bids() > 0);
    }
}
