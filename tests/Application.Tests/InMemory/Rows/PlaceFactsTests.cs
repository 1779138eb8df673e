using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>The system, region and security of places (B6).</summary>
public sealed class PlaceFactsTests
{
    private readonly SettledMarket _market = World.AMarket();

    public static TheoryData<long, int?, int?, SecurityBand?> Lying => new()
    {
        { World.JitaStation.Value, World.Jita.Value, TheForge.Value, SecurityBand.High },
        { World.RancerStation.Value, World.Rancer.Value, null, SecurityBand.Low },
        { World.Keepstar.Value, World.Fortress.Value, World.Delve.Value, SecurityBand.Null },
        { World.Outpost.Value, World.Uncharted.Value, null, null },
        { World.Hidden.Value, null, null, null },
        { World.Elsewhere.Value, null, null, null },
    };

    [Theory]
    [MemberData(nameof(Lying))]
    public void A_place_has_the_system_and_security_band_that_are_known(long place, int? system, int? region, SecurityBand? band)
    {
        _market.Add(World.Numbered(1).From(World.Elsewhere));

        var market = _market.Publish();

        Assert.True(market.Dictionaries.Places.TryFindCode(new LocationId(place), out var code));
        var facts = market.Places.Value;
        Assert.Equal((system, region, band), (facts.Systems[code]?.Value, facts.Regions[code]?.Value, facts.Bands[code]));
    }
}
