using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Demo;
using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The demo as a whole: when it is shown, its titles, its traps, and that it stays what it is.</summary>
public sealed class DemoMarketTests : DemoTest
{
    [Theory]
    [InlineData(2000, null, " shape=demo")]
    [InlineData(4999, null, " shape=demo")]
    [InlineData(5000, null, "")]
    [InlineData(2000, MarketShape.NewEden, "")]
    [InlineData(5000, MarketShape.Demo, " shape=demo")]
    public void A_market_below_5_000_contracts_is_a_demo_unless_told_otherwise(int contracts, MarketShape? shape, string told)
    {
        var sandbox = Sandbox.Create(new() { Contracts = contracts, Shape = shape }, new FakeTimeProvider(Start));

        Assert.Equal($"generated seed=1 contracts={contracts}{told}", sandbox.Identity);
    }

    [Fact]
    public void An_unknown_shape_is_refused()
    {
        var refused = Assert.Throws<SandboxSetupException>(() => Sandbox.Create(new() { Shape = (MarketShape)7 }, TimeProvider.System));

        Assert.Equal("The shape of a market is demo or newEden, not 7.", refused.Message);
    }

    [Fact]
    public void It_is_the_same_after_a_restart_and_another_one_with_another_seed()
    {
        Assert.Equal(Printed(Demo()), Printed(Demo()));
        Assert.NotEqual(Printed(Demo()), Printed(Demo(seed: 2)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(2000)]
    public void About_as_many_contracts_are_live_as_were_asked_for(int contracts)
    {
        var live = All(Demo(contracts)).Length;

        Assert.InRange(live, contracts * 0.75 - 5, contracts * 1.25 + 8);
    }

    [Fact]
    public void Each_trap_is_live_at_any_time_and_its_title_says_that_it_is_one()
    {
        foreach (var contracts in new[] { 100, 2000 })
        {
            for (var days = 0; days < 120; days += 7)
            {
                var sandbox = Demo(contracts, time: new FakeTimeProvider(Start.AddDays(days)));
                var traps = All(sandbox).Where(contract => contract.Title.StartsWith(DemoTraps.Label, StringComparison.Ordinal)).ToArray();

                Assert.Equal(DemoTraps.Kinds, traps.Select(trap => trap.Title).Distinct().Count());
                Assert.InRange(traps.Length, DemoTraps.Kinds, 2 * DemoTraps.Kinds);
                Assert.All(traps, trap => Assert.NotEmpty(sandbox.Market.Lines(trap)));
            }
        }
    }

    [Fact]
    public void One_titled_contract_in_a_hundred_has_a_hostile_title()
    {
        string[] titles = [.. All(Demo(60_000)).Select(contract => contract.Title).Where(title => title.Length > 0)];

        Assert.True(titles.Length > 12_000, $"{titles.Length}");
        Assert.InRange(titles.Count(title => DemoTitles.Hostile.Contains(title)) / (double)titles.Length, 0.007, 0.013);
        Assert.All(titles, title => Assert.InRange(title.Length, 1, 50));
        Assert.Equal(DemoTitles.Hostile.Length, titles.Where(title => DemoTitles.Hostile.Contains(title)).Distinct().Count());
    }

    [Fact]
    public void Every_type_has_a_true_value()
    {
        foreach (var type in DemoFacts.Catalogue.Types.Values)
        {
            Assert.True((TrueValues.OfUnit(type.Id) ?? TrueValues.OfRun(type.Id)) > 0, type.Name);
            Assert.Equal(DemoFacts.Catalogue.CategoryOf(type) == 9, TrueValues.OfRun(type.Id) is not null);
        }
    }

    [Fact]
    public void Contracts_can_be_added_and_dropped()
    {
        var market = Demo().Market;
        const int Domain = 10000043;
        var added = market.Add(Domain, 30);
        var large = Assert.Single(market.Add(Domain, 1, lines: 70));
        var dropped = market.Drop(Domain, 2);

        Assert.Equal(70, market.Lines(market.Find(large)!).Count);
        Assert.All(added, id => Assert.Equal(Domain, market.Find(id)!.RegionId));
        Assert.Empty(market.Listed(Domain).Intersect(dropped));
        Assert.Contains(large, market.Listed(Domain));
    }

    private static string Printed(Sandbox sandbox) => string.Join('\n', All(sandbox).Select(contract =>
        System.Text.Encoding.UTF8.GetString(ListRows.Write([contract], Start)) + System.Text.Encoding.UTF8.GetString(EsiRows.Write(sandbox.Market.Lines(contract)))));
}
