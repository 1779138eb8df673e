using System.Collections.Frozen;
using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>
/// The facts of every world, with the types that its fits need and the systems on shortest ways between its stations. They are tables of
/// their own, because what <see cref="MarketShape.NewEden"/> draws from must not grow.
/// </summary>
internal static class DemoFacts
{
    private static readonly Lazy<Catalogue> Loaded = new(Load);
    private static readonly Lazy<FrozenDictionary<string, TypeFact>> Names = new(() => Catalogue.Types.Values.ToFrozenDictionary(t => t.Name));

    public static Catalogue Catalogue => Loaded.Value;

    /// <param name="name">The English name of a type in these tables.</param>
    public static TypeFact Type(string name) => Names.Value[name];

    private static Catalogue Load()
    {
        var all = EmbeddedTables.Catalogue;
        return new()
        {
            Types = all.Types.Values.Concat(EmbeddedTables.Types("demoTypes")).ToFrozenDictionary(t => t.Id),
            Groups = all.Groups.Values.Concat(EmbeddedTables.Groups("demoGroups", firstName: 2)).ToFrozenDictionary(g => g.Id),
            Categories = all.Categories,
            Regions = all.Regions,
            Constellations = all.Constellations.Values.Concat(EmbeddedTables.Constellations("demoConstellations")).ToFrozenDictionary(c => c.Id),
            Systems = all.Systems.Values.Concat(EmbeddedTables.Systems("demoSystems")).ToFrozenDictionary(s => s.Id),
            Stations = all.Stations,
            Corporations = all.Corporations,
            MarketGroups = [.. all.MarketGroups, .. EmbeddedTables.MarketGroups("demoMarketGroups")],
            Stargates = [.. all.Stargates, .. EmbeddedTables.Stargates("demoStargates")],
            InventsTranslations = false,
        };
    }
}
