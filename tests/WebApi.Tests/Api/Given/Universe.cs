using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>The small part of New Eden that the tests use.</summary>
internal static class Universe
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

    public static readonly RegionId TheForge = new(10_000_002);
    public static readonly RegionId Domain = new(10_000_043);
    public static readonly LocationId Jita = new(60_003_760);
    public static readonly LocationId SomeStructure = new(1_035_466_617_946);
    public static readonly CharacterId Issuer = new(2_112_000_001);
    public static readonly CorporationId IssuerCorporation = new(98_000_001);

    public static readonly TypeId Rokh = new(24_688);
    public static readonly TypeId Rifter = new(587);
    public static readonly TypeId Tritanium = new(34);
    public static readonly TypeId RokhBlueprint = new(24_689);
    public static readonly TypeId NeverHeardOf = new(999_999);

    private static readonly CategoryId Material = new(4);
    private static readonly CategoryId Blueprint = new(9);
    private static readonly GroupId Battleship = new(27);
    private static readonly GroupId Frigate = new(25);
    private static readonly GroupId Mineral = new(18);
    private static readonly GroupId BattleshipBlueprint = new(107);

    public static IReadOnlyList<ItemCategory> Categories { get; } =
    [
        new(CategoryId.Ship, Named("Ship", (Language.De, "Schiff")), true),
        new(Material, Named("Material"), true),
        new(Blueprint, Named("Blueprint"), true),
    ];

    public static IReadOnlyList<ItemGroup> Groups { get; } =
    [
        new(Battleship, CategoryId.Ship, Named("Battleship", (Language.De, "Schlachtschiff")), true),
        new(Frigate, CategoryId.Ship, Named("Frigate"), true),
        new(Mineral, Material, Named("Mineral"), true),
        new(BattleshipBlueprint, Blueprint, Named("Battleship Blueprint"), true),
    ];

    public static IReadOnlyList<ItemType> Types { get; } =
    [
        Type(Rokh, Battleship, CategoryId.Ship, Named("Rokh", (Language.Ja, "ロク"), (Language.Ru, "Рок"))),
        Type(Rifter, Frigate, CategoryId.Ship, Named("Rifter", (Language.Ja, "リフター"))),
        Type(Tritanium, Mineral, Material, Named("Tritanium", (Language.De, "Tritan"))),
        Type(RokhBlueprint, BattleshipBlueprint, Blueprint, Named("Rokh Blueprint")),
    ];

    public static CatalogueEntry Catalogue(TypeId id)
    {
        var type = Types.SingleOrDefault(type => type.Id == id);
        return new CatalogueEntry(type?.CategoryId, type?.Name?.In(Language.En), type?.GroupId);
    }

    public static LocalisedName Named(string english, params (Language Language, string Text)[] others) =>
        LocalisedName.Of([new(Language.En, english), .. others.Select(other => KeyValuePair.Create(other.Language, other.Text))]);

    private static ItemType Type(TypeId id, GroupId group, CategoryId category, LocalisedName name) =>
        ItemType.Known(id, name, group, category, marketGroup: new MarketGroupId(80), isPublished: true, volume: 1, Noon);
}
