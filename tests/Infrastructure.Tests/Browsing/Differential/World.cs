using HangarBay.Domain;

namespace HangarBay.Infrastructure.Tests.Browsing.Differential;

/// <summary>The types and places that every corpus is made of.</summary>
internal static class World
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A type that was never imported.</summary>
    public const int NeverHeardOf = 999_999;

    /// <summary>The types, by id. A type that ESI does not know has a null name.</summary>
    public static readonly IReadOnlyList<TypeFact> Types =
    [
        new(24_688, 27, 6, Names("Rokh", (Language.De, "Rokh"), (Language.Ja, "ロク"), (Language.Ru, "РОК"))),
        new(587, 25, 6, Names("Rifter", (Language.Ja, "リフター"), (Language.Zh, "裂谷级"))),
        new(608, 25, 6, Names("Ångström-Jäger", (Language.Ru, "Ёж Ångström"))),
        new(34, 18, 4, Names("Tritanium", (Language.De, "Tritan"), (Language.Ko, "트리타늄"))),
        new(24_689, 106, 9, Names("Rokh Blueprint", (Language.De, "Rokh-Blaupause"))),
        new(691, 105, 9, Names("Rifter Blueprint", (Language.Fr, "Plan de construction Rifter"))),
        new(3_074, 74, 7, Names("425mm Railgun I", (Language.Es, "CAÑÓN de riel"))),
        new(222, 85, 8, Names("Antimatter Charge S", (Language.Fr, "Charge d'antimatière S"))),
        new(16_274, 423, 4, Names("Helium Isotopes", (Language.De, "Helium-Isotope"))),
        // A type that is traded but unknown to ESI: no name, no group.
        new(888_888, null, null, null),
        // A type whose group is unknown.
        new(777_777, 9_999, null, Names("Curio")),
    ];

    /// <summary>The categories by id, also with German names.</summary>
    public static readonly IReadOnlyDictionary<int, LocalisedName> Categories = new Dictionary<int, LocalisedName>
    {
        [6] = Names("Ship", (Language.De, "Schiff")),
        [4] = Names("Material"),
        [9] = Names("Blueprint", (Language.De, "Blaupause")),
        [7] = Names("Module", (Language.De, "Ausrüstung")),
        [8] = Names("Charge", (Language.De, "Ladung")),
    };

    /// <summary>The security status by system. The system at 0.45 is high-sec, the one below it is not.</summary>
    public static readonly IReadOnlyDictionary<int, double> Systems = new Dictionary<int, double>
    {
        [30_000_142] = 0.9459,
        [30_000_001] = 0.45,
        [30_000_002] = 0.4499,
        [30_000_003] = 0.0001,
        [30_000_004] = 0,
        [31_000_005] = -0.99,
    };

    /// <summary>The region by system, where it is known.</summary>
    public static readonly IReadOnlyDictionary<int, int> RegionsOfSystems = new Dictionary<int, int>
    {
        [30_000_142] = 10_000_002,
        [30_000_001] = 10_000_002,
        [30_000_002] = 10_000_043,
        [31_000_005] = 10_000_030,
    };

    /// <summary>A system that contains a known place and of which nothing else is known.</summary>
    public const int UnknownSystem = 30_000_099;

    /// <summary>System and name by place; both null where they are not public.</summary>
    public static readonly IReadOnlyDictionary<long, (int? System, string? Name)> Places = new Dictionary<long, (int?, string?)>
    {
        [60_003_760] = (30_000_142, "Jita IV - Moon 4"),
        [60_000_001] = (30_000_001, "Border Post"),
        [60_000_002] = (30_000_002, "Low Station"),
        [60_000_003] = (30_000_003, "Lower Station"),
        [60_000_004] = (30_000_004, "Zero Station"),
        [1_035_000_000_005] = (31_000_005, "Wörmhole Fortizar"),
        [1_035_000_000_006] = (null, null),
        [1_035_000_000_007] = (UnknownSystem, "Somewhere"),
    };

    /// <summary>A structure that is not in the database.</summary>
    public const long Elsewhere = 1_035_999_999_999;

    /// <summary>The name of each region and, where it was swept, the time of its data.</summary>
    public static readonly IReadOnlyDictionary<int, (string? Name, DateTimeOffset? AsOf)> Regions = new Dictionary<int, (string?, DateTimeOffset?)>
    {
        [10_000_002] = ("The Forge", Noon.AddMinutes(-7)),
        [10_000_043] = ("Domain", Noon.AddMinutes(-12)),
        [10_000_030] = (null, null),
    };

    public const long Issuer = 2_112_000_001;

    /// <summary>An issuer without a name.</summary>
    public const long NamelessIssuer = 90_000_001;
    public const long Corporation = 98_000_001;

    public static TypeFact? Type(int id) => Types.SingleOrDefault(type => type.Id == id);

    private static LocalisedName Names(string english, params (Language Language, string Text)[] others) =>
        LocalisedName.Of([new(Language.En, english), .. others.Select(other => KeyValuePair.Create(other.Language, other.Text))]);
}

internal sealed record TypeFact(int Id, int? Group, int? Category, LocalisedName? Name);
