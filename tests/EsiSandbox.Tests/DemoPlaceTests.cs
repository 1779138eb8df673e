using HangarBay.EsiSandbox.Engine.Demo;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The ways of a demo, and the parcels that take them.</summary>
public sealed class DemoPlaceTests : DemoTest
{
    private const int Jita = 30000142;
    private const int Amarr = 30002187;
    private const int Dodixie = 30002659;
    private const int Rens = 30002510;
    private const int Hek = 30002053;
    private const double HighSec = 0.45;

    private static readonly Catalogue Facts = DemoFacts.Catalogue;
    private static readonly Roads Roads = new(Facts);

    [Theory]
    [InlineData(Jita, Amarr, 11, 45)]
    [InlineData(Jita, Dodixie, 12, 15)]
    [InlineData(Jita, Rens, 15, 25)]
    [InlineData(Jita, Hek, 9, 19)]
    [InlineData(Amarr, Dodixie, 14, 34)]
    [InlineData(Amarr, Rens, 11, 20)]
    [InlineData(Amarr, Hek, 15, 26)]
    [InlineData(Dodixie, Rens, 10, 14)]
    [InlineData(Dodixie, Hek, 8, 8)]
    [InlineData(Rens, Hek, 6, 6)]
    public void The_five_hubs_are_as_far_apart_as_in_the_game(int one, int other, int shortest, int highSec)
    {
        foreach (var (from, to) in new[] { (one, other), (other, one) })
        {
            Assert.Equal(shortest, Roads.JumpsFrom(from)[to]);
            Assert.Equal(highSec, Roads.Count(from, system => Facts.Systems[system].Security >= HighSec)[to]);
        }
    }

    [Fact]
    public void Gates_lead_both_ways_between_systems_that_exist()
    {
        var gates = Facts.Stargates.ToDictionary(gate => gate.Id);

        Assert.All(gates.Values, gate =>
        {
            Assert.True(Facts.Systems.ContainsKey(gate.SystemId));
            var back = gates[gate.DestinationId];
            Assert.Equal((gate.DestinationSystemId, gate.SystemId, gate.Id), (back.SystemId, back.DestinationSystemId, back.DestinationId));
        });
        Assert.All(Facts.Systems.Values, system => Assert.True(Facts.Constellations.ContainsKey(system.ConstellationId)));
        Assert.All(Facts.Constellations.Values, constellation => Assert.True(Facts.Regions.ContainsKey(constellation.RegionId)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_courier_goes_somewhere_for_0_7_to_1_2_million_a_jump(long seed)
    {
        var sandbox = Demo(seed: seed);
        var couriers = All(sandbox).Where(contract => contract.IsCourier).ToArray();

        Assert.InRange(couriers.Length, 40, 110);
        Assert.All(couriers, courier =>
        {
            Assert.NotEqual(courier.Start, courier.End);
            var jumps = Roads.JumpsFrom(Facts.Stations[(int)courier.Start].SystemId)[Facts.Stations[(int)courier.End].SystemId];
            Assert.Equal(courier.RegionId, Facts.RegionOf(Facts.Stations[(int)courier.Start]));
            Assert.InRange(jumps, 1, 25);
            Assert.InRange(courier.Reward / jumps, 0.7e6, 1.2e6);
            Assert.InRange(courier.Collateral / courier.Reward, 15, 130);
            Assert.InRange(courier.Volume, 200, 1_100_000);
        });
        Assert.True(couriers.Select(courier => (courier.Start, courier.End)).Distinct().Count() > 25);
    }

    [Fact]
    public void Categories_and_groups_have_the_games_own_words_and_types_no_invented_ones()
    {
        Assert.Equal(["Ship", "Schiff", "Vaisseau", "艦船", "Корабль", "舰船", "함선", "Nave"], Facts.Categories[Ship].Names);
        Assert.All(Facts.Categories.Values, category => Assert.Equal(Languages.All.Length, category.Names.Length));
        Assert.All(Facts.Groups.Values, group => Assert.Equal(Languages.All.Length, group.Names.Length));
        Assert.All(Facts.Types.Values, type =>
        {
            Assert.True(Facts.Groups.ContainsKey(type.GroupId), type.Name);
            Assert.True(type.MarketGroupId is not { } market || Facts.MarketGroups.Any(group => group.Id == market), type.Name);
            Assert.All(Languages.All, language => Assert.Equal(type.Name, Facts.NameOf(type, Languages.Of(language))));
        });
    }
}
