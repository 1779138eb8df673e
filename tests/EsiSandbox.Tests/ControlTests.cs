namespace HangarBay.EsiSandbox.Tests;

public sealed class ControlTests : SandboxTest
{
    [Fact]
    public async Task Dropped_contracts_leave_the_list_at_once_and_their_items_are_gone()
    {
        var before = await Esi.GetAsync($"/contracts/public/{Domain}");
        Time.Advance(TimeSpan.FromSeconds(90));
        var dropped = (await Esi.PostAsync($"/sandbox/drop?region={Domain}&count=3")).Json["dropped"]!.AsArray().Select(id => (long)id!).ToArray();
        var after = await Esi.GetAsync($"/contracts/public/{Domain}");

        Assert.Equal(before.Ids[..3], dropped);
        Assert.Empty(after.Ids.Intersect(dropped));
        Assert.Equal(Time.GetUtcNow(), after.Instant("Last-Modified"));
        Assert.Equal(Time.GetUtcNow().AddMinutes(30), after.Instant("Expires"));
        Assert.Equal(204, (await Esi.GetAsync($"/contracts/public/items/{dropped[0]}")).Status);
        Assert.Empty(Server.Market.Listed(Domain).Intersect(dropped));
    }

    [Fact]
    public async Task Added_contracts_come_last_and_have_items_and_named_issuers()
    {
        var before = Server.Market.Listed(Domain);
        var added = (await Esi.PostAsync("/sandbox/add", new { region = Domain, count = 20 })).Json["added"]!.AsArray().Select(id => (long)id!).ToArray();
        Time.Advance(TimeSpan.FromSeconds(2));
        var rows = await Esi.ListAsync(Domain);

        Assert.Equal(added, rows.Select(r => (long)r["contract_id"]!).TakeLast(20));
        Assert.True(added[0] > before[^1]);
        foreach (var row in rows.TakeLast(20))
        {
            var items = await Esi.GetAsync($"/contracts/public/items/{row["contract_id"]}");
            Assert.Equal((string)row["type"]! == "courier" ? 204 : 200, items.Status);
        }

        long[] issuers = [.. rows.TakeLast(20).Select(r => (long)r["issuer_id"]!).Distinct()];
        Assert.Equal(200, (await Esi.PostAsync("/universe/names", issuers)).Status);
    }

    [Fact]
    public async Task A_constant_body_bypasses_everything_and_is_not_counted()
    {
        Server.Faults.Add(new Engine.Faults.StatusFault(500));
        var first = await Esi.GetAsync("/sandbox/constant");
        var second = await Esi.GetAsync("/sandbox/constant");

        Assert.Equal((200, 1024), (first.Status, first.Body.Length));
        Assert.Equal(first.Body, second.Body);
        Assert.Empty(Server.Requests.Counts);
    }

    [Fact]
    public async Task Every_answer_has_an_id_of_its_own()
    {
        var ids = new HashSet<Guid>();
        for (var asked = 0; asked < 20; asked++)
            ids.Add(Guid.ParseExact((await Esi.GetAsync("/universe/regions"))["X-Esi-Request-Id"]!, "D"));

        Assert.Equal(20, ids.Count);
    }

    [Fact]
    public async Task A_list_can_be_turned_over_again_and_again_and_each_time_is_newer()
    {
        var instants = new List<DateTimeOffset>();
        for (var turn = 0; turn < 3; turn++)
        {
            await Esi.PostAsync($"/sandbox/generation?region={TheForge}");
            instants.Add((await Esi.GetAsync($"/contracts/public/{TheForge}")).Instant("Last-Modified"));
        }

        Assert.Equal(instants.Distinct().Order(), instants);
    }

    [Fact]
    public async Task A_reset_brings_back_the_world_as_it_was()
    {
        var before = Server.Market.Listed(Domain);
        await Esi.PostAsync($"/sandbox/drop?region={Domain}&count=5");
        await Esi.PostAsync($"/sandbox/add?region={Domain}&count=5");
        await Esi.PostAsync("/sandbox/faults?kind=status&code=500");
        Assert.Equal(500, (await Esi.GetAsync("/universe/regions")).Status);

        await Esi.PostAsync("/sandbox/reset");

        Assert.Equal(before, Server.Market.Listed(Domain));
        Assert.Equal("100", (await Esi.GetAsync("/universe/regions"))["X-Esi-Error-Limit-Remain"]);
    }

    [Theory]
    [InlineData("latency&ms=1")]
    [InlineData("status&code=502&count=3")]
    [InlineData("shift&rows=2")]
    [InlineData("torn&region=10000002&page=2")]
    [InlineData("truncated&mode=chunked")]
    [InlineData("malformed&row=duplicate_across")]
    [InlineData("html")]
    [InlineData("emptypage")]
    [InlineData("bigpage&rows=2000")]
    [InlineData("missingtype&id=587")]
    [InlineData("missingname&id=587")]
    [InlineData("ratelimit&seconds=3")]
    [InlineData("stall")]
    [InlineData("skew&seconds=1")]
    [InlineData("clock&seconds=3")]
    public async Task Every_fault_can_be_asked_for_over_HTTP(string query)
    {
        var reply = await Esi.PostAsync($"/sandbox/faults?kind={query}");
        Assert.Equal(200, reply.Status);
        var active = (await Esi.GetAsync("/sandbox")).Json["faults"]!.AsArray();
        Assert.StartsWith(query.Split('&')[0], (string)Assert.Single(active)!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sandbox/faults?kind=gremlin")]
    [InlineData("/sandbox/faults?kind=malformed&row=green")]
    [InlineData("/sandbox/faults?kind=latency&ms=soon")]
    [InlineData("/sandbox/drop?region=1")]
    [InlineData("/sandbox/add?count=1")]
    public async Task An_invalid_control_request_is_refused_with_a_reason(string path)
    {
        var reply = await Esi.PostAsync(path);

        Assert.Equal(400, reply.Status);
        Assert.NotEmpty((string)reply.Json["error"]!);
    }

    [Fact]
    public async Task The_requests_can_be_listed()
    {
        var list = await Esi.GetAsync($"/contracts/public/{TheForge}");
        await Esi.GetAsync($"/contracts/public/{TheForge}?page=1", ("If-None-Match", list["ETag"]!), ("User-Agent", "Hangar Bay test"));
        await Esi.GetAsync("/universe/types/0");

        var seen = (await Esi.GetAsync("/sandbox/requests")).Json;

        Assert.Equal(
            ["/contracts/public/{region_id} 200 1", "/contracts/public/{region_id} 304 1", "/universe/types/{type_id} 404 1"],
            seen["counts"]!.AsArray().Select(c => $"{c!["route"]} {c["status"]} {c["count"]}"));
        Assert.Equal([false, true, false], seen["recent"]!.AsArray().Select(r => (bool)r!["if_none_match"]!));
        Assert.Equal($"/contracts/public/{TheForge}?page=1", Server.Requests.Recent[1].Path);
        Assert.Equal("Hangar Bay test", Server.Requests.Recent[1].UserAgent);
        Assert.Equal(1, Server.Requests.MostInFlight);
    }
}
