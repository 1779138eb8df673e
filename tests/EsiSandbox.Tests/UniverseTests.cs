namespace HangarBay.EsiSandbox.Tests;

public sealed class UniverseTests : SandboxTest
{
    [Theory]
    [InlineData("de", "de", "Rokh·de")]
    [InlineData("zh", "zh", "Rokh·zh")]
    [InlineData("fr-CA,de;q=0.5", "fr", "Rokh·fr")]
    [InlineData("tlh", "en", "Rokh")]
    public async Task A_type_is_named_in_the_language_asked_for(string accept, string answered, string name)
    {
        var reply = await Esi.GetAsync("/universe/types/24688", ("Accept-Language", accept));

        Assert.Equal(answered, reply["Content-Language"]);
        Assert.Equal(name, (string)reply.Json["name"]!);
    }

    [Fact]
    public async Task All_static_data_of_a_day_shares_one_weak_tag_even_errors()
    {
        var rokh = await Esi.GetAsync("/universe/types/24688");
        var jita = await Esi.GetAsync("/universe/systems/30000142");
        var nobody = await Esi.GetAsync("/universe/types/0");

        Assert.StartsWith("W/\"", rokh["ETag"]);
        Assert.Equal(rokh["ETag"], jita["ETag"]);
        Assert.Equal((404, rokh["ETag"]), (nobody.Status, nobody["ETag"]));
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 11, 5, 0, TimeSpan.Zero), rokh.Instant("Expires"));
        Assert.Equal(304, (await Esi.GetAsync("/universe/stations/60003760", ("If-None-Match", rokh["ETag"]!))).Status);

        Time.Advance(TimeSpan.FromDays(1));
        Assert.NotEqual(rokh["ETag"], (await Esi.GetAsync("/universe/types/24688"))["ETag"]);
    }

    [Fact]
    public async Task Static_data_turns_over_at_five_past_eleven()
    {
        Time.SetUtcNow(new DateTimeOffset(2026, 11, 22, 11, 4, 59, TimeSpan.Zero));
        var before = await Esi.GetAsync("/universe/types/24688");
        Time.Advance(TimeSpan.FromSeconds(1));
        var after = await Esi.GetAsync("/universe/types/24688");

        Assert.Equal(Time.GetUtcNow(), before.Instant("Expires"));
        Assert.Equal(Time.GetUtcNow().AddDays(1), after.Instant("Expires"));
        Assert.True(before.Instant("Last-Modified") < after.Instant("Last-Modified"));
    }

    [Fact]
    public async Task Every_region_leads_to_its_systems_and_stations()
    {
        var regions = (await Esi.GetAsync("/universe/regions")).Json.AsArray().Select(id => (int)id!).ToArray();
        var (systems, stations) = (0, 0);
        foreach (var region in regions)
        {
            foreach (var constellation in (await Esi.GetAsync($"/universe/regions/{region}")).Json["constellations"]!.AsArray())
            {
                foreach (var system in (await Esi.GetAsync($"/universe/constellations/{constellation}")).Json["systems"]!.AsArray())
                {
                    var found = (await Esi.GetAsync($"/universe/systems/{system}")).Json;
                    stations += found["stations"]?.AsArray().Count ?? 0;
                    systems++;
                }
            }
        }

        Assert.Equal(104, regions.Length);
        Assert.InRange(systems, 200, 300);
        Assert.True(stations > 150, $"{stations}");
    }

    [Fact]
    public async Task A_hundred_regions_belong_to_the_market_and_a_few_do_not()
    {
        var regions = (await Esi.GetAsync("/universe/regions")).Json.AsArray().Select(id => (int)id!).ToArray();

        Assert.Equal(100, regions.Count(id => id < 12_000_000));
        Assert.Equal([12000001, 12000002, 14000001, 19000001], regions.Where(id => id >= 12_000_000));
        Assert.InRange(regions.Count(id => id is > 11_000_000 and < 12_000_000), 30, 33);
        Assert.Contains(11000031, regions);
    }

    [Fact]
    public async Task Every_region_has_a_constellation_and_every_constellation_a_system()
    {
        foreach (var region in Server.Market.Regions)
        {
            var constellations = (await Esi.GetAsync($"/universe/regions/{region}")).Json["constellations"]!.AsArray();
            Assert.NotEmpty(constellations);
            foreach (var constellation in constellations)
                Assert.NotEmpty((await Esi.GetAsync($"/universe/constellations/{constellation}")).Json["systems"]!.AsArray());
        }
    }

    [Fact]
    public async Task Security_comes_in_full_precision_from_high_to_null_with_the_edges()
    {
        async Task<double> Security(int system) => (double)(await Esi.GetAsync($"/universe/systems/{system}")).Json["security_status"]!;

        Assert.Equal(0.9459131360054016, await Security(30000142));
        Assert.InRange(await Security(30003820), 0, 0.05);
        Assert.InRange(await Security(30002246), 0.449, 0.45);
        Assert.True(await Security(31000005) < 0);
    }

    [Fact]
    public async Task One_unknown_id_refuses_a_whole_request_for_names()
    {
        var rows = await Esi.ListAsync(Domain);
        long[] ids = [.. rows.SelectMany(r => new[] { (long)r["issuer_id"]!, (long)r["issuer_corporation_id"]! }).Distinct().Take(300)];

        var named = await Esi.PostAsync("/universe/names", ids);
        Assert.Equal(200, named.Status);
        Assert.Equal(ids, named.Rows.Select(r => (long)r["id"]!));
        Assert.Equal(["character", "corporation"], named.Rows.Select(r => (string)r["category"]!).Distinct().Order());
        Assert.Equal(ids.Length, named.Rows.Select(r => (string)r["name"]!).Distinct().Count());

        var spoilt = await Esi.PostAsync("/universe/names", ids.Append(1_035_000_000_001));
        Assert.Equal((404, """{"error":"Ensure all IDs are valid before resolving."}"""), (spoilt.Status, spoilt.Body));
    }

    [Fact]
    public async Task Names_for_none_too_many_or_the_same_twice_are_refused()
    {
        Assert.Equal(400, (await Esi.PostAsync("/universe/names", Array.Empty<long>())).Status);
        Assert.Equal(400, (await Esi.PostAsync("/universe/names", Enumerable.Range(1, 1001))).Status);
        Assert.Equal(400, (await Esi.PostAsync("/universe/names", new[] { 24688, 24688 })).Status);
        Assert.Equal(400, (await Esi.PostAsync("/universe/names", new { ids = 1 })).Status);
    }
}
