namespace HangarBay.EsiSandbox.Tests;

public sealed class ListTests : SandboxTest
{
    [Fact]
    public async Task Pages_hold_a_thousand_rows_ascend_and_do_not_overlap()
    {
        var first = await Esi.GetAsync($"/contracts/public/{TheForge}?page=1");
        var second = await Esi.GetAsync($"/contracts/public/{TheForge}?page=2");
        long[] all = [.. first.Ids, .. second.Ids];

        Assert.Equal("2", first["X-Pages"]);
        Assert.Equal(1000, first.Ids.Length);
        Assert.Equal(all.Distinct().Order(), all);
    }

    [Fact]
    public async Task Some_pages_are_a_second_older_than_the_first_and_the_same_ones_at_each_request()
    {
        var early = 0;
        for (var generation = 0; generation < 20; generation++)
        {
            var first = await Esi.GetAsync($"/contracts/public/{TheForge}?page=1");
            var second = await Esi.GetAsync($"/contracts/public/{TheForge}?page=2");
            var apart = first.Instant("Last-Modified") - second.Instant("Last-Modified");
            Assert.Equal(apart, first.Instant("Expires") - second.Instant("Expires"));
            Assert.True(apart == TimeSpan.Zero || apart == TimeSpan.FromSeconds(1), $"{apart}");
            Assert.Equal(second["Last-Modified"], (await Esi.GetAsync($"/contracts/public/{TheForge}?page=2"))["Last-Modified"]);
            early += apart > TimeSpan.Zero ? 1 : 0;
            Time.Advance(TimeSpan.FromMinutes(30));
        }

        Assert.InRange(early, 1, 15);
    }

    [Fact]
    public async Task Without_jitter_all_pages_have_the_same_time()
    {
        await using var even = await Engine.SandboxServer.StartAsync(Options with { PageJitter = false }, Time);
        using var esi = new Caller(even.BaseAddress);
        for (var generation = 0; generation < 20; generation++)
        {
            var first = await esi.GetAsync($"/contracts/public/{TheForge}?page=1");
            Assert.Equal(first["Last-Modified"], (await esi.GetAsync($"/contracts/public/{TheForge}?page=2"))["Last-Modified"]);
            Time.Advance(TimeSpan.FromMinutes(30));
        }
    }

    [Fact]
    public async Task A_page_past_the_last_does_not_exist()
    {
        var reply = await Esi.GetAsync($"/contracts/public/{TheForge}?page=3");

        Assert.Equal(404, reply.Status);
        Assert.Equal("""{"error":"Requested page does not exist!"}""", reply.Body);
    }

    [Fact]
    public async Task An_unknown_region_does_not_exist()
    {
        var reply = await Esi.GetAsync("/contracts/public/10009999");

        Assert.Equal(404, reply.Status);
        Assert.NotNull(reply.Json["error"]);
    }

    [Fact]
    public async Task An_entity_tag_that_still_holds_is_answered_with_304()
    {
        var first = await Esi.GetAsync($"/contracts/public/{TheForge}");
        var again = await Esi.GetAsync($"/contracts/public/{TheForge}", ("If-None-Match", first["ETag"]!));

        Assert.Equal(304, again.Status);
        Assert.Equal("", again.Body);
        Assert.Equal(first["ETag"], again["ETag"]);
        Assert.Equal(first["X-Pages"], again["X-Pages"]);
        Assert.Equal(first["Expires"], again["Expires"]);
        Assert.StartsWith("\"", first["ETag"]);
    }

    [Fact]
    public async Task A_date_that_still_holds_is_answered_with_304()
    {
        var first = await Esi.GetAsync($"/contracts/public/{TheForge}");

        Assert.Equal(304, (await Esi.GetAsync($"/contracts/public/{TheForge}", ("If-Modified-Since", first["Last-Modified"]!))).Status);
        Assert.Equal(200, (await Esi.GetAsync($"/contracts/public/{TheForge}", ("If-Modified-Since", "Fri, 20 Nov 2026 10:00:00 GMT"))).Status);
    }

    [Fact]
    public async Task A_list_stays_the_same_until_it_expires_and_then_turns_over()
    {
        var first = await Esi.GetAsync($"/contracts/public/{TheForge}");
        Assert.Equal(TimeSpan.FromMinutes(30), first.Instant("Expires") - first.Instant("Last-Modified"));

        Time.Advance(first.Instant("Expires") - Start - TimeSpan.FromSeconds(1));
        Assert.Equal(first.Body, (await Esi.GetAsync($"/contracts/public/{TheForge}")).Body);

        Time.Advance(TimeSpan.FromSeconds(1));
        var next = await Esi.GetAsync($"/contracts/public/{TheForge}", ("If-None-Match", first["ETag"]!));
        Assert.Equal(200, next.Status);
        Assert.Equal(first.Instant("Expires"), next.Instant("Last-Modified"));
    }

    [Fact]
    public async Task Regions_do_not_turn_over_together()
    {
        var expiries = new HashSet<string>();
        foreach (var region in Server.Market.Regions)
            expiries.Add((await Esi.GetAsync($"/contracts/public/{region}"))["Expires"]!);

        Assert.True(expiries.Count > 6, $"{expiries.Count}");
    }

    [Fact]
    public async Task A_body_is_compressed_on_demand()
    {
        var plain = await Esi.GetAsync($"/contracts/public/{TheForge}");
        var zipped = await Esi.GetAsync($"/contracts/public/{TheForge}", ("Accept-Encoding", "gzip"));

        Assert.Null(plain["Content-Encoding"]);
        Assert.Equal("gzip", zipped["Content-Encoding"]);
        Assert.Contains("Accept-Encoding", zipped["Vary"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_names_the_market_it_comes_from()
    {
        foreach (var path in new[] { $"/contracts/public/{TheForge}", "/universe/types/0", "/nowhere", "/sandbox", "/sandbox/requests" })
            Assert.Equal("generated seed=1 contracts=2000", (await Esi.GetAsync(path))["X-Sandbox"]);
    }
}
