using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The values behind the codes in the rows of contracts, and all reference data that answers use.</summary>
internal sealed class Dictionaries
{
    // The kinds of requested lines, by the code of their type.
    private readonly Dictionary<int, List<int>> _requested = [];

    public Interned<string> Titles { get; } = new();

    public Interned<string> ShipNames { get; } = new();

    public Interned<Composition> Compositions { get; } = new();

    public Interned<BlueprintSummary> Blueprints { get; } = new();

    public Interned<BlueprintOffer> BlueprintOffers { get; } = new();

    public Interned<LotUnits> Lots { get; } = new();

    public Interned<LineKind> Lines { get; } = new();

    /// <summary>The kinds of <see cref="Lines"/>, column by column.</summary>
    public KindColumns Kinds { get; } = new();

    public Known<TypeId, ItemType> Types { get; } = new();

    public Known<GroupId, ItemGroup> Groups { get; } = new();

    public Known<CategoryId, ItemCategory> Categories { get; } = new();

    public Known<RegionId, Region> Regions { get; } = new();

    public Known<SystemId, SolarSystem> Systems { get; } = new();

    public Known<LocationId, Location> Places { get; } = new();

    /// <summary>Only the characters or corporations that contracts in memory mention.</summary>
    public Known<CharacterId, Character> Characters { get; } = new();

    /// <inheritdoc cref="Characters"/>
    public Known<CorporationId, Corporation> Corporations { get; } = new();

    /// <summary>The code of a line's kind.</summary>
    public int KindOf(in LiveLine line)
    {
        var kind = line.KindOf(Types.Of(line.TypeId));
        var code = Lines.Of(kind);
        if (code < Kinds.Count) return code;

        // No column of the database tells the category of a requested line, so it follows the type's row.
        var type = kind.IsOffered ? null : Types.RowOf(kind.Type);
        Kinds.Add(kind, CodeOf(kind.IsOffered ? kind.GroupId : type?.GroupId), CodeOf(kind.IsOffered ? kind.CategoryId : type?.CategoryId));
        if (!kind.IsOffered)
        {
            if (!_requested.TryGetValue(kind.Type, out var kinds)) _requested[kind.Type] = kinds = [];
            kinds.Add(code);
        }

        return code;
    }

    /// <summary>Keeps the row of a type, and the group and category that requested lines of the type have by it.</summary>
    public void Name(ItemType type)
    {
        Types.Set(type.Id, type);
        if (!_requested.TryGetValue(Types.Of(type.Id), out var kinds)) return;
        foreach (var kind in kinds) Kinds.Classify(kind, CodeOf(type.GroupId), CodeOf(type.CategoryId));
    }

    private int CodeOf(GroupId? group) => group is { } known ? Groups.Of(known) : -1;

    private int CodeOf(CategoryId? category) => category is { } known ? Categories.Of(known) : -1;

    public PublishedDictionaries Publish() => new(
        Titles.Publish(), ShipNames.Publish(), Compositions.Publish(), Blueprints.Publish(), Lines.Publish(), Kinds.Publish(), Types.Publish(), Groups.Publish(),
        Categories.Publish(), Regions.Publish(), Systems.Publish(), Places.Publish(), Characters.Publish(), Corporations.Publish(), BlueprintOffers.Publish(), Lots.Publish());
}

/// <summary>The contents of the <see cref="Dictionaries"/> when they were published.</summary>
internal sealed record PublishedDictionaries(
    Codes<string> Titles,
    Codes<string> ShipNames,
    Codes<Composition> Compositions,
    Codes<BlueprintSummary> Blueprints,
    Codes<LineKind> Lines,
    PublishedKinds Kinds,
    KnownRows<TypeId, ItemType> Types,
    KnownRows<GroupId, ItemGroup> Groups,
    KnownRows<CategoryId, ItemCategory> Categories,
    KnownRows<RegionId, Region> Regions,
    KnownRows<SystemId, SolarSystem> Systems,
    KnownRows<LocationId, Location> Places,
    KnownRows<CharacterId, Character> Characters,
    KnownRows<CorporationId, Corporation> Corporations,
    Codes<BlueprintOffer> BlueprintOffers,
    Codes<LotUnits> Lots);
