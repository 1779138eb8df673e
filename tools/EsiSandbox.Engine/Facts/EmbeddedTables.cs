using System.Collections.Frozen;
using System.Globalization;

namespace HangarBay.EsiSandbox.Engine.Facts;

/// <summary>The tables compiled into this library: tab-separated text that starts with a comment line.</summary>
internal static class EmbeddedTables
{
    private static readonly Lazy<Catalogue> Loaded = new(Load);

    public static Catalogue Catalogue => Loaded.Value;

    /// <summary>Rough ISK for one item of a group, by group id.</summary>
    public static FrozenDictionary<int, double> GroupPrices { get; } = Rows("groups").ToFrozenDictionary(r => Int(r[0]), r => Double(r[2]));

    /// <summary>
    /// The generated market's regions with their share of all contracts, in parts of 100,000. Many regions have a share of 0.
    /// </summary>
    public static (int RegionId, int Share)[] MarketShares { get; } = [.. Rows("regions").Select(r => (Int(r[0]), Int(r[1])))];

    /// <summary>Stations by region, hub first, as the table lists them.</summary>
    public static FrozenDictionary<int, int[]> StationsByRegion { get; } = Rows("stations")
        .Select(r => Int(r[0]))
        .GroupBy(id => Catalogue.RegionOf(Catalogue.Stations[id]))
        .ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>NPC corporations that beginners belong to.</summary>
    public static int[] BeginnersCorporations { get; } = [.. Rows("corporations").Where(r => r[1] == "1").Select(r => Int(r[0]))];

    /// <summary>By station id.</summary>
    public static FrozenDictionary<int, StationOrbit> Orbits { get; } = Rows("stations")
        .Select(r => new StationOrbit(Int(r[0]), OptionalInt(r[4]), OptionalInt(r[5]), Int(r[6]), r[7] == "1"))
        .ToFrozenDictionary(o => o.StationId);

    /// <summary>Station operations by id.</summary>
    public static FrozenDictionary<int, string> Operations { get; } = Rows("operations").ToFrozenDictionary(r => Int(r[0]), r => r[1]);

    public static IEnumerable<TypeFact> Types(string table) => Rows(table).Select(Type);

    public static IEnumerable<MarketGroupFact> MarketGroups(string table) =>
        Rows(table).Select(r => new MarketGroupFact(Int(r[0]), OptionalInt(r[1]), r[2] == "1", r[3..]));

    public static IEnumerable<ConstellationFact> Constellations(string table) =>
        Rows(table).Select(r => new ConstellationFact(Int(r[0]), Int(r[1]), r[2]));

    public static IEnumerable<SystemFact> Systems(string table) =>
        Rows(table).Select(r => new SystemFact(Int(r[0]), Int(r[1]), Double(r[2]), r[3], Double(r[4]), Double(r[5]), Double(r[6]), r[7]));

    public static IEnumerable<StargateFact> Stargates(string table) =>
        Rows(table).Select(r => new StargateFact(Int(r[0]), Int(r[1]), Int(r[2]), Int(r[3])));

    /// <param name="firstName">The column of the English name; the other languages follow it.</param>
    public static IEnumerable<GroupFact> Groups(string table, int firstName) =>
        Rows(table).Select(r => new GroupFact(Int(r[0]), Int(r[1]), true, r[firstName..]));

    private static Catalogue Load() => new()
    {
        Types = Types("types").ToFrozenDictionary(t => t.Id),
        Groups = Groups("groups", firstName: 3).ToFrozenDictionary(g => g.Id),
        Categories = Rows("categories").Select(r => new CategoryFact(Int(r[0]), true, r[1..])).ToFrozenDictionary(c => c.Id),
        Regions = Rows("regions").Select(r => new RegionFact(Int(r[0]), OptionalInt(r[2]), r[3])).ToFrozenDictionary(r => r.Id),
        Constellations = Constellations("constellations").ToFrozenDictionary(c => c.Id),
        Systems = Systems("systems").ToFrozenDictionary(s => s.Id),
        Stations = Rows("stations").Select(r => new StationFact(Int(r[0]), Int(r[1]), Int(r[2]), Int(r[3]), r[8])).ToFrozenDictionary(s => s.Id),
        Corporations = Rows("corporations").ToFrozenDictionary(r => Int(r[0]), r => r[2]),
        MarketGroups = [.. MarketGroups("marketGroups")],
        Stargates = [.. Stargates("stargates")],
        InventsTranslations = true,
    };

    private static TypeFact Type(string[] r)
    {
        var volume = r[3].Length > 0 ? Double(r[3]) : 0;
        return new(Int(r[0]), Int(r[1]), OptionalInt(r[2]), volume, r[4].Length > 0 ? Double(r[4]) : volume, r[5]);
    }

    private static IEnumerable<string[]> Rows(string table)
    {
        using var stream = typeof(EmbeddedTables).Assembly.GetManifestResourceStream(table + ".tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#'))
                yield return line.Split('\t');
        }
    }

    private static int? OptionalInt(string text) => text.Length > 0 ? Int(text) : null;

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static double Double(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
