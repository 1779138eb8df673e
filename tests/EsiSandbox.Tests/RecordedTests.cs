using HangarBay.EsiSandbox.Engine;

namespace HangarBay.EsiSandbox.Tests;

public sealed class RecordedTests : SandboxTest
{
    protected override SandboxOptions Options => new() { RecordedDirectory = RecordedData.Directory };

    public override Task InitializeAsync() => RecordedData.IsThere ? base.InitializeAsync() : Task.CompletedTask;

    [SkippableFact]
    public async Task A_recording_replays_its_rows_with_their_dates_brought_forward()
    {
        _ = RecordedData.Directory;
        var forge = await Esi.ListAsync(TheForge);
        var domain = await Esi.ListAsync(Domain);
        var recorded = RecordedData.Read("contracts/public-contracts_domain-10000043_page1_2020-06-17.json.gz").AsArray();

        Assert.Equal("recorded", Server.Identity);
        Assert.Equal((1000, 1000), (forge.Count, domain.Count));
        Assert.Equal(Start.AddMinutes(15), forge.Min(r => (DateTimeOffset)r["date_expired"]!));
        foreach (var (was, now) in recorded.Zip(domain))
        {
            Assert.Equal(was!.AsObject().Select(p => p.Key), now.Select(p => p.Key));
            foreach (var key in was.AsObject().Select(p => p.Key).Where(key => !key.StartsWith("date_", StringComparison.Ordinal)))
                Assert.Equal(was[key]!.ToJsonString(), now[key]!.ToJsonString());
        }

        var shift = (DateTimeOffset)domain[0]["date_issued"]! - (DateTimeOffset)recorded[0]!["date_issued"]!;
        Assert.Equal(Start - new DateTimeOffset(2020, 6, 17, 21, 21, 53, TimeSpan.Zero), shift);
    }

    [SkippableFact]
    public async Task Rows_that_expired_are_gone_from_a_later_generation_and_auctions_move_with_it()
    {
        _ = RecordedData.Directory;
        var before = await Esi.ListAsync(Domain);
        Time.Advance(TimeSpan.FromMinutes(90));
        var after = await Esi.GetAsync($"/contracts/public/{Domain}");

        var instant = after.Instant("Last-Modified");
        var left = after.Ids.ToHashSet();
        Assert.True(left.Count < before.Count);
        Assert.All(after.Rows, r => Assert.True((DateTimeOffset)r["date_expired"]! > instant));
        Assert.Equal(0, before.Count(r => (DateTimeOffset)r["date_expired"]! > instant.AddHours(3) && !left.Contains((long)r["contract_id"]!)));
        var auction = after.Rows.Last(r => (string)r["type"]! == "auction");
        Assert.Equal(0, ((DateTimeOffset)auction["date_expired"]! - instant).Ticks % TimeSpan.TicksPerDay);
    }

    [SkippableFact]
    public async Task Every_station_and_issuer_of_a_recording_has_a_name()
    {
        _ = RecordedData.Directory;
        var rows = (await Esi.ListAsync(TheForge)).Concat(await Esi.ListAsync(Domain)).ToArray();
        foreach (var id in rows.SelectMany(r => new[] { (long)r["start_location_id"]!, (long)r["end_location_id"]! }).Where(id => id < 64_000_000).Distinct())
            Assert.NotEmpty((string)(await Esi.GetAsync($"/universe/stations/{id}")).Json["name"]!);
        foreach (var ids in rows.SelectMany(r => new[] { (long)r["issuer_id"]!, (long)r["issuer_corporation_id"]! }).Distinct().Chunk(1000))
            Assert.Equal(200, (await Esi.PostAsync("/universe/names", ids)).Status);
    }

    [SkippableFact]
    public async Task Items_are_as_recorded_or_made_of_published_types_the_same_each_time()
    {
        _ = RecordedData.Directory;
        var recorded = RecordedData.Read("contracts/items_157872948_2020.json").ToJsonString();
        Assert.Contains(157872948, Server.Market.Listed(Domain));
        Assert.Equal(recorded, (await Esi.GetAsync("/contracts/public/items/157872948")).Json.ToJsonString());

        var wanted = (await Esi.ListAsync(Domain)).First(r => (string)r["type"]! == "item_exchange" && (double)r["reward"]! > 0);
        Assert.All((await Esi.GetAsync($"/contracts/public/items/{wanted["contract_id"]}")).Rows, r => Assert.False((bool)r["is_included"]!));
        foreach (var id in Server.Market.Listed(TheForge).Take(50))
        {
            var items = await Esi.GetAsync($"/contracts/public/items/{id}");
            Assert.Equal(items.Body, (await Esi.GetAsync($"/contracts/public/items/{id}")).Body);
            foreach (var row in items.Status == 200 ? items.Rows : [])
                Assert.Equal(200, (await Esi.GetAsync($"/universe/types/{row["type_id"]}")).Status);
        }
    }

    [SkippableFact]
    public async Task Regions_without_a_recording_are_empty_and_contracts_can_be_added()
    {
        _ = RecordedData.Directory;
        var heimatar = await Esi.GetAsync("/contracts/public/10000030");
        var added = Server.Market.Add(Domain, 2);

        Assert.Equal(("[]", "1"), (heimatar.Body, heimatar["X-Pages"]));
        Assert.Equal(113, Server.Market.Regions.Count);
        Assert.Equal(added, Server.Market.Listed(Domain).TakeLast(2));
    }

    [Fact]
    public async Task A_folder_without_a_recording_is_refused_in_a_sentence()
    {
        var empty = Directory.CreateTempSubdirectory();
        try
        {
            var nothing = await Assert.ThrowsAsync<SandboxSetupException>(() => SandboxServer.StartAsync(new() { RecordedDirectory = empty.FullName }, Time));
            var nowhere = await Assert.ThrowsAsync<SandboxSetupException>(() => SandboxServer.StartAsync(new() { RecordedDirectory = empty.FullName + "-not" }, Time));
            Assert.Contains("There is no table", nothing.Message, StringComparison.Ordinal);
            Assert.Contains("There is no folder", nowhere.Message, StringComparison.Ordinal);
        }
        finally
        {
            empty.Delete(recursive: true);
        }
    }
}
