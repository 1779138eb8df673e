using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory;

/// <summary>A published state of the market does not change for its readers.</summary>
public sealed class PublishedStateTests
{
    private readonly MarketMemory _memory = new();

    [Fact]
    public void An_earlier_state_stays_as_it_was()
    {
        _memory.Take(Numbered(1).Priced(5).Build(), Numbered(2).Build());
        var first = _memory.Publish();
        _memory.Take(Numbered(1).Priced(7).Offering(Known.Rokh).Build(), Numbered(3).Build());
        _memory.Remove(new ContractId(2));
        var second = _memory.Publish();

        Assert.Equal([Held.Of(Numbered(1).Priced(5).Build()), Held.Of(Numbered(2).Build())], Held.AllOf(first));
        Assert.Equal([Held.Of(Numbered(1).Priced(7).Offering(Known.Rokh).Build()), Held.Of(Numbered(3).Build())], Held.AllOf(second));
        Assert.Equal((2, 2), (first.Count, second.Count));
    }

    [Fact]
    public void Readers_see_nothing_before_it_is_published()
    {
        var first = _memory.Publish();
        _memory.Take(Numbered(1).Build());

        Assert.Empty(Ids(first));
        Assert.Equal((0, 1), (first.Count, _memory.Publish().Count));
    }

    [Fact]
    public void An_earlier_state_keeps_the_old_name()
    {
        _memory.Name(new Region(TheForge, LocalisedName.English("The Forge")));
        var first = _memory.Publish();
        _memory.Name(new Region(TheForge, LocalisedName.English("The Anvil")));
        var second = _memory.Publish();

        Assert.Equal(("The Forge", "The Anvil"), (NameOf(first), NameOf(second)));
        static string? NameOf(LiveMarket market) => market.Dictionaries.Regions.Find(TheForge)?.Name.In(Language.En);
    }

    [Fact]
    public void Each_state_searches_its_own_titles_in_their_normal_form()
    {
        _memory.Take(Numbered(1).Titled("Rokh FLEET").Build());
        var first = _memory.Publish();
        _memory.Take(Numbered(2).Titled("rokh").Build(), Numbered(3).Titled("Rokh FLEET").Build());
        var second = _memory.Publish();

        Assert.Equal([true], first.Titles.Holding(["rokh"]));
        Assert.Equal([true, true], second.Titles.Holding(["rokh"]));
        Assert.Equal([true, false], second.Titles.Holding(["fleet"]));
    }

    [Fact]
    public void States_share_the_indexes_of_names_and_places_until_these_change()
    {
        _memory.Name(Location.Known(JitaStation, "Jita", Jita, Noon));
        _memory.Take(Numbered(1).Offering(Known.Rokh).Build());
        var first = _memory.Publish();
        _memory.Take(Numbered(2).Offering(Known.Rokh).Build());
        var second = _memory.Publish();

        Assert.Same(first.TypeNames, second.TypeNames);
        Assert.Same(first.ShipOrder, second.ShipOrder);
        Assert.Same(first.Places, second.Places);
        Assert.Same(first.Names.Types, second.Names.Types);
        Assert.Same(first.Names.Systems, second.Names.Systems);
        Assert.Same(first.Names.Regions, second.Names.Regions);
        Assert.Same(first.Names.Places, second.Names.Places);
        Assert.Same(first.Names.Characters, second.Names.Characters);
    }

    [Fact]
    public void The_indexes_of_names_and_places_are_rebuilt_after_a_change()
    {
        _memory.Take(Numbered(1).Offering(Known.Rokh).Build());
        var first = _memory.Publish();
        _memory.Name(ItemType.Known(Known.Rifter, LocalisedName.English("Rifter"), Frigate, Known.Ship, null, true, null, Noon));
        _memory.Take(Numbered(2).From(Keepstar).Offering(Known.Rifter).Build());
        var second = _memory.Publish();
        _memory.Name(new SolarSystem(Jita, LocalisedName.English("Jita"), SecurityStatus.High));
        var third = _memory.Publish();
        _memory.Name(Location.Known(JitaStation, "Jita", Jita, Noon));
        var fourth = _memory.Publish();

        Assert.NotSame(first.TypeNames, second.TypeNames);
        Assert.NotSame(first.ShipOrder, second.ShipOrder);
        Assert.NotSame(first.Places, second.Places);
        Assert.NotSame(second.Places, third.Places);
        Assert.NotSame(third.Places, fourth.Places);
        Assert.NotSame(first.Names.Types, second.Names.Types);
        Assert.NotSame(second.Names.Systems, third.Names.Systems);
        Assert.Same(third.Names.Systems, fourth.Names.Systems);
        Assert.NotSame(third.Names.Places, fourth.Names.Places);
    }

    [Fact]
    public void A_name_is_searched_as_each_state_has_it()
    {
        var region = new Region(TheForge, LocalisedName.English("The Forge"));
        _memory.Name(region);
        _memory.Take(Numbered(1).Build());
        var first = _memory.Publish();
        _memory.Name(new Region(TheForge, LocalisedName.English("The Anvil")));
        var second = _memory.Publish();
        _memory.Name(new Character(new CharacterId(2_112_000_001), "Ada", Noon));
        var third = _memory.Publish();

        Assert.Equal(["the forge"], RegionsOf(first));
        Assert.Equal(["the anvil"], RegionsOf(second));
        Assert.Equal(["the anvil"], RegionsOf(third));
        static List<string> RegionsOf(LiveMarket market)
        {
            var names = new List<string>();
            market.Names.Regions.Visit(["the"], Language.En, (_, name) => names.Add(name.ToString()));
            return names;
        }
    }

    [Fact]
    public void A_state_has_its_version_its_source_and_the_regions_tried()
    {
        var version = new MarketVersion(7, 1, 2, Noon, IsSettled: true);
        var tried = new TriedRegion(TheForge, Noon, 2);

        var market = _memory.Publish(version, "sample", [tried]);

        Assert.Equal((version, "sample", tried), (market.Version, market.Source, Assert.Single(market.Tried)));
    }

    private static IEnumerable<long> Ids(LiveMarket market) => Held.AllOf(market).Select(contract => contract.Id);
}
