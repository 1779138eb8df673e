using HangarBay.EsiSandbox.Engine;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The generated world at the size of New Eden.</summary>
public sealed class WholeMarketTests
{
    private const int TheForge = 10000002;
    private static readonly SandboxOptions NewEden = new() { Contracts = 50_000, Shape = MarketShape.NewEden };

    [Fact]
    public void Half_a_hundred_thousand_contracts_live_and_two_thirds_of_them_in_The_Forge()
    {
        var sandbox = Sandbox.Create(NewEden, Clock());
        var listed = sandbox.Market.Regions.ToDictionary(region => region, region => sandbox.Market.Listed(region).Count);

        Assert.InRange(listed.Values.Sum(), 49_000, 51_000);
        Assert.InRange(listed[TheForge], 33_000, 35_000);
        Assert.Equal(0, listed.Where(region => region.Key >= 12_000_000).Sum(region => region.Value));
        Assert.InRange(listed.Count(region => region.Key < 12_000_000 && region.Value == 0), 15, 35);
        Assert.InRange(listed.Count(region => region.Key is > 11_000_000 and < 12_000_000 && region.Value > 0), 3, 10);
    }

    [Fact]
    public void Some_230_contracts_come_to_The_Forge_every_hour()
    {
        var clock = Clock();
        var sandbox = Sandbox.Create(NewEden, clock);
        var newest = sandbox.Market.Listed(TheForge)[^1];
        clock.Advance(TimeSpan.FromHours(1));

        // Contracts that were issued and ended within the hour are on neither list.
        Assert.InRange(sandbox.Market.Listed(TheForge).Count(id => id > newest), 160, 260);
    }

    [Fact]
    public void Most_contracts_have_one_row_few_have_more_than_sixteen_and_none_more_than_420()
    {
        var sandbox = Sandbox.Create(NewEden, Clock());
        int[] rows = [.. sandbox.Market.Listed(TheForge).Where((_, place) => place % 3 == 0)
            .Select(id => sandbox.Market.Find(id)!).Where(contract => !contract.IsCourier)
            .Select(contract => sandbox.Market.Lines(contract).Count).Order()];

        Assert.InRange(rows.Average(), 6.7, 8.1);
        Assert.InRange(rows.Count(count => count == 1) / (double)rows.Length, 0.5, 0.7);
        Assert.InRange(rows[rows.Length * 985 / 1000], 10, 16);
        Assert.InRange(rows[^1], 400, 420);
    }

    [Fact]
    public void A_list_can_be_computed_again_after_it_was_dropped()
    {
        var clock = Clock();
        var sandbox = Sandbox.Create(NewEden, clock);
        var before = sandbox.Market.Listed(TheForge);
        clock.Advance(TimeSpan.FromDays(400));
        _ = sandbox.Market.Listed(TheForge);
        _ = sandbox.Market.Listed(10000043);

        Assert.Equal(before, Sandbox.Create(NewEden, Clock()).Market.Listed(TheForge));
        Assert.Equal(Sandbox.Create(NewEden, clock).Market.Listed(TheForge), sandbox.Market.Listed(TheForge));
    }

    private static FakeTimeProvider Clock() => new(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));
}
