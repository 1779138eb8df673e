using HangarBay.EsiSandbox.Engine;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

public sealed class GeneratedMarketTests : SandboxTest
{
    [Fact]
    public async Task About_as_many_contracts_are_live_as_were_asked_for()
    {
        var live = Server.Market.Regions.Sum(region => Server.Market.Listed(region).Count);
        Time.Advance(TimeSpan.FromDays(100));
        var later = Server.Market.Regions.Sum(region => Server.Market.Listed(region).Count);

        Assert.InRange(live, 1800, 2200);
        Assert.InRange(later, 1800, 2200);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task A_restarted_sandbox_shows_the_same_world()
    {
        var id = Server.Market.Listed(TheForge)[500];
        var list = await Esi.GetAsync($"/contracts/public/{TheForge}?page=2");
        var items = await Esi.GetAsync($"/contracts/public/items/{id}");

        await using var restarted = await SandboxServer.StartAsync(Options, new FakeTimeProvider(Start));
        using var again = new Caller(restarted.BaseAddress);

        Assert.Equal(list.Body, (await again.GetAsync($"/contracts/public/{TheForge}?page=2")).Body);
        Assert.Equal(list["ETag"], (await again.GetAsync($"/contracts/public/{TheForge}?page=2"))["ETag"]);
        Assert.Equal(items.Body, (await again.GetAsync($"/contracts/public/items/{id}")).Body);
    }

    [Fact]
    public async Task Another_seed_gives_another_market_and_another_identity()
    {
        await using var other = await SandboxServer.StartAsync(Options with { Seed = 2 }, Time);

        Assert.NotEqual(Server.Market.Listed(TheForge), other.Market.Listed(TheForge));
        Assert.Equal("generated seed=1 contracts=2000", Server.Identity);
        Assert.Equal("generated seed=2 contracts=2000", other.Identity);
    }

    [Fact]
    public void Contracts_come_and_go_with_time()
    {
        var before = Server.Market.Listed(TheForge);
        Time.Advance(TimeSpan.FromDays(2));
        var after = Server.Market.Listed(TheForge);

        var gone = before.Except(after).Count();
        var come = after.Except(before).ToArray();
        Assert.InRange(gone, 100, 300);
        Assert.InRange(come.Length, 100, 300);
        Assert.True(come.Min() > before.Max());
    }

    [Fact]
    public void After_a_month_no_contract_is_left()
    {
        var before = Server.Market.Listed(TheForge);
        Time.Advance(TimeSpan.FromDays(28) + TimeSpan.FromMinutes(30));

        Assert.Empty(before.Intersect(Server.Market.Listed(TheForge)));
    }

    [Fact]
    public async Task The_Forge_has_two_thirds_of_the_market_and_the_types_their_shares()
    {
        await using var large = await SandboxServer.StartAsync(Options with { Contracts = 20_000 }, Time);
        using var esi = new Caller(large.BaseAddress);
        var forge = await esi.ListAsync(TheForge);
        var types = forge.CountBy(row => (string)row["type"]!).ToDictionary();

        Assert.InRange(forge.Count, 12_500, 14_700);
        Assert.InRange(types["item_exchange"] / (double)forge.Count, 0.955, 0.985);
        Assert.InRange(types["auction"] / (double)forge.Count, 0.007, 0.013);
        Assert.InRange(types["courier"] / (double)forge.Count, 0.01, 0.02);
        Assert.InRange(forge.Count(row => row.ContainsKey("for_corporation")) / (double)forge.Count, 0.19, 0.25);
        Assert.InRange(forge.Count(row => (long)row["start_location_id"]! > 1_000_000_000_000) / (double)forge.Count, 0.02, 0.04);
        Assert.True(forge.All(row => ((string)row["title"]!).Length <= 50));
    }

    [Fact]
    public async Task An_auction_has_coarse_dates_a_buyout_and_no_collateral()
    {
        var list = await Esi.GetAsync($"/contracts/public/{TheForge}");
        var auction = list.Rows.First(row => (string)row["type"]! == "auction");
        var issued = (DateTimeOffset)auction["date_issued"]!;
        var left = (DateTimeOffset)auction["date_expired"]! - list.Instant("Last-Modified");

        Assert.Equal(TimeSpan.Zero, issued.TimeOfDay);
        Assert.True(left == TimeSpan.FromHours(2) || left.Ticks % TimeSpan.TicksPerDay == 0, $"{left}");
        Assert.True(auction.ContainsKey("buyout"));
        Assert.False(auction.ContainsKey("collateral"));
    }
}
