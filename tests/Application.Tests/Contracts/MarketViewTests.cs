using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The values that every request finds in one state of the market at one instant.</summary>
public sealed class MarketViewTests
{
    private readonly SettledMarket _market = AMarket();

    [Fact]
    public void Live_contracts_are_counted_by_region_and_segment()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Rifter), Numbered(3), ACourier(4).Expiring(Noon));
        _market.Add(Numbered(5).Offering(Known.Rokh).In(Delve));
        var ships = new Segment(ContractType.ItemExchange, IsShipContract: true, LinesState.Read);

        var counts = _market.View.Counts;

        Assert.Equivalent(
            (LiveCount[])[new(TheForge, ships, 2), new(TheForge, ships with { IsShipContract = false, LinesState = LinesState.Pending }, 1), new(Delve, ships, 1)], counts,
            strict: true);
    }

    [Fact]
    public void Only_what_live_contracts_offer_counts_as_offered()
    {
        _market.Add(
            Numbered(1).Offering(Known.Rokh).Requesting(Known.Railgun), Numbered(2).Expiring(Noon).Offering(Known.Rifter), Numbered(3).Offering(Known.Mystery));

        var view = _market.View;

        var (kinds, types) = (view.Market.Dictionaries.Lines, view.Market.Dictionaries.Types);
        Assert.Equal([Known.Rokh, Known.Mystery], Enumerable.Range(0, kinds.Count).Where(kind => Bits.Has(view.Offered, kind)).Select(kind => types[kinds[kind].Type]));
    }

    [Fact]
    public void A_region_is_as_fresh_as_its_last_good_sweep()
    {
        _market.Coverages.AddRange([ARegionSweptAt(Noon.AddMinutes(-9)), RegionCoverage.Of(Delve)]);

        Assert.Equal((Noon.AddMinutes(-9), null), (_market.View.LastGoodSweepOf(TheForge), _market.View.LastGoodSweepOf(Delve)));
    }

    [Fact]
    public void Coverage_is_of_good_sweeps_by_id_and_as_fresh_as_the_freshest()
    {
        var delve = RegionCoverage.Of(Delve);
        delve.Complete(Noon, [], listed: 1, ASchedule());
        _market.Coverages.AddRange([delve, ARegionSweptAt(Noon.AddMinutes(-9)), RegionCoverage.Of(new(10_000_043))]);

        var coverage = _market.View.CoverageIn(Language.De);

        Assert.Equal([new(TheForge.Value, "Die Schmiede", Noon.AddMinutes(-9)), new(Delve.Value, "Delve", Noon)], coverage.Regions);
        Assert.Equal([TheForge.Value, Delve.Value], coverage.IngestedRegionIds);
        Assert.Equal(("live", Noon, 3), (coverage.Source, coverage.AsOf, coverage.RegionsTried));
    }

    [Fact]
    public void Before_any_sweep_nothing_is_covered()
    {
        var coverage = new SettledMarket { Source = null }.View.CoverageIn(Language.En);

        Assert.Equal((null, null, 0), (coverage.Source, coverage.AsOf, coverage.RegionsTried));
        Assert.Empty(coverage.Regions);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData(-3600, 0)]
    [InlineData(0, 0)]
    [InlineData(20, 20)]
    [InlineData(120, 120)]
    public void The_market_instant_is_the_last_whole_minute_or_the_last_commit_if_that_came_later(int? changedAfter, int seconds) =>
        Assert.Equal(Noon.AddSeconds(seconds), MarketInstant.Of(Noon.AddSeconds(59.999), changedAfter is { } after ? Noon.AddSeconds(after) : null));
}
