using System.Collections.Frozen;

namespace HangarBay.EsiSandbox.Engine.Facts;

/// <summary>The static data of one sandbox: either the embedded tables or those beside a recording.</summary>
internal sealed class Catalogue
{
    public required FrozenDictionary<int, TypeFact> Types { get; init; }
    public required FrozenDictionary<int, GroupFact> Groups { get; init; }
    public required FrozenDictionary<int, CategoryFact> Categories { get; init; }
    public required FrozenDictionary<int, RegionFact> Regions { get; init; }
    public required FrozenDictionary<int, ConstellationFact> Constellations { get; init; }
    public required FrozenDictionary<int, SystemFact> Systems { get; init; }
    public required FrozenDictionary<int, StationFact> Stations { get; init; }

    /// <summary>NPC corporations by id.</summary>
    public required FrozenDictionary<int, string> Corporations { get; init; }

    /// <summary>Market groups with their parents up to the root.</summary>
    public required IReadOnlyList<MarketGroupFact> MarketGroups { get; init; }

    /// <summary>Stargates with both ends in a system of the tables.</summary>
    public required IReadOnlyList<StargateFact> Stargates { get; init; }

    /// <summary>
    /// The game's own translations of type names are not known here. True: they are invented, so that a test sees which language was asked
    /// for. False: the English name stands for them.
    /// </summary>
    public required bool InventsTranslations { get; init; }

    public ILookup<int, int> TypesOfGroup => field ??= Types.Values.OrderBy(t => t.Id).ToLookup(t => t.GroupId, t => t.Id);

    public ILookup<int, int> GroupsOfCategory => field ??= Groups.Values.OrderBy(g => g.Id).ToLookup(g => g.CategoryId, g => g.Id);

    public ILookup<int, int> ConstellationsOfRegion =>
        field ??= Constellations.Values.OrderBy(c => c.Id).ToLookup(c => c.RegionId, c => c.Id);

    public ILookup<int, int> SystemsOfConstellation =>
        field ??= Systems.Values.OrderBy(s => s.Id).ToLookup(s => s.ConstellationId, s => s.Id);

    public ILookup<int, int> StationsOfSystem => field ??= Stations.Values.OrderBy(s => s.Id).ToLookup(s => s.SystemId, s => s.Id);

    /// <param name="language">Index into <see cref="Languages.All"/>.</param>
    public string NameOf(TypeFact type, int language) => InventsTranslations ? Languages.Invent(type.Name, language) : type.Name;

    public int CategoryOf(TypeFact type) => Groups.TryGetValue(type.GroupId, out var group) ? group.CategoryId : 0;

    public int RegionOf(StationFact station) => Constellations[Systems[station.SystemId].ConstellationId].RegionId;
}
