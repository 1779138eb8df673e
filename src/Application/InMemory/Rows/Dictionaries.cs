using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>The values behind the codes in the rows of contracts, and all reference data that answers use.</summary>
internal sealed class Dictionaries
{
    public Interned<string> Titles { get; } = new();

    public Interned<string> ShipNames { get; } = new();

    public Interned<Composition> Compositions { get; } = new();

    public Interned<BlueprintSummary> Blueprints { get; } = new();

    public Interned<BlueprintOffer> BlueprintOffers { get; } = new();

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
        if (code == Kinds.Count)
            Kinds.Add(kind, kind.GroupId is { } group ? Groups.Of(group) : -1, kind.CategoryId is { } category ? Categories.Of(category) : -1);
        return code;
    }

    public PublishedDictionaries Publish() => new(
        Titles.Publish(), ShipNames.Publish(), Compositions.Publish(), Blueprints.Publish(), Lines.Publish(), Kinds.Publish(), Types.Publish(), Groups.Publish(),
        Categories.Publish(), Regions.Publish(), Systems.Publish(), Places.Publish(), Characters.Publish(), Corporations.Publish(), BlueprintOffers.Publish());
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
    Codes<BlueprintOffer> BlueprintOffers);
