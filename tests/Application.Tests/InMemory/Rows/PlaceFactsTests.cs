using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.InMemory.Rows;

/// <summary>The system, region and security of places (B6).</summary>
public sealed class PlaceFactsTests
{
    private readonly SettledMarket _market = World.AMarket();

    public static TheoryData<long, int?, SecurityBand?> Lying => new()
    {
        { World.JitaStation.Value, World.Jita.Value, SecurityBand.High },
        { World.RancerStation.Value, World.Rancer.Value, SecurityBand.Low },
        { World.Keepstar.Value, World.Fortress.Value, SecurityBand.Null },
        { World.Outpost.Value, World.Uncharted.Value, null },
        { World.Hidden.Value, null, null },
        { World.Elsewhere.Value, null, null },
    };

    [Theory]
    [MemberData(nameof(Lying))]
    public void A_place_has_the_system_and_security_band_that_are_known(long place, int? system, SecurityBand? band)
    {
        _market.Add(World.Numbered(1).From(World.Elsewhere));

        var market = _market.Publish();

        Assert.True(market.Dictionaries.Places.TryFindCode(new LocationId(place), out var code));
        Assert.Equal((system, band), (market.Places.Value.Systems[code]?.Value, market.Places.Value.Bands[code]));
    }
}
