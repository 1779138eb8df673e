using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.FindingNames;

/// <summary>
/// A market of random names, and random texts to look for among them. The words are few and alike, so that most texts are in many names and
/// most misspellings are near several words. The same seed gives the same.
/// </summary>
internal sealed class RandomNames
{
    private const int Types = 90;
    private const int Few = 12;
    private const int Words = 30;
    private const int Contracts = 24;

    private static readonly Language[] Languages = [Language.En, Language.De, Language.Ru, Language.Ja];
    private static readonly string[] Alphabets = ["abnrvABN", "abnrv0'-(", "чертёжаЁ", "艦級ーブ造", "ab𠀋é\"*"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly List<LocalisedName> _names = [];

    public RandomNames(int seed)
    {
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, Words).Select(_ => Word())];
        Market = AMarket();
        Market.Types.Clear();
        Market.Groups.Clear();
        Market.Categories.Clear();
        Market.Regions.Clear();
        Market.Systems.Clear();
        Market.Places.Clear();
        NameAll();
    }

    public SettledMarket Market { get; }

    public List<Thing> Things { get; } = [];

    public FindNames Question() => new()
    {
        Q = Text(),
        Lang = OneOf(Languages),
        Kinds = _random.Next(3) == 0 ? _random.GetItems(Enum.GetValues<NameKinds>(), 2) : [],
    };

    /// <summary>A name or a part of it, words of several names, a phrase; as it is or misspelt.</summary>
    private string Text()
    {
        var name = AnyName();
        var other = AnyName();
        var text = _random.Next(8) switch
        {
            0 => name,
            1 => Part(name),
            2 => OneOf(name.Split(' ')),
            3 => $"{OneOf(name.Split(' '))} {OneOf(_random.Next(2) == 0 ? name.Split(' ') : other.Split(' '))}",
            4 => $"{Part(name)} {Part(name)}",
            5 => $"\"{Part(name)}\" {(_random.Next(2) == 0 ? Part(other) : "")}",
            6 => OneOf(_words) + OneOf(_words)[..1],
            _ => Word() + Word(),
        };
        for (var edits = _random.Next(4) - 1; edits > 0 && text.Length > 1; edits--) text = Misspelt(text);
        return text;
    }

    private string AnyName() => OneOf(_names[_random.Next(_names.Count)].Texts.Values.ToArray());

    private string Part(string text)
    {
        var start = _random.Next(text.Length);
        return text.Substring(start, 1 + _random.Next(text.Length - start));
    }

    private string Misspelt(string text)
    {
        var at = _random.Next(text.Length - 1);
        return _random.Next(4) switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, OneOf(OneOf(Alphabets).ToCharArray()).ToString()),
            2 => text[..at] + OneOf(OneOf(Alphabets).ToCharArray()) + text[(at + 1)..],
            _ => text[..at] + text[at + 1] + text[at] + text[(at + 2)..],
        };
    }

    /// <summary>Adds a thing of every kind, then contracts, which raise the numbers of what they are about.</summary>
    private void NameAll()
    {
        var live = new Dictionary<(NameKind, long), int>();
        void Add(NameKinds kinds, NameKind kind, long id, LocalisedName name, bool isAlwaysTold, string? around = null, int? category = null, Func<Language, string?>? aroundIn = null) =>
            Things.Add(new Thing(kinds, name, isAlwaysTold, language =>
                new FoundName(kind, id, name.In(language), aroundIn is null ? around : aroundIn(language), category, live.GetValueOrDefault((kind, id)))));

        var (category, group, system, region) = (new CategoryId(7), new GroupId(8), new SystemId(30_000_001), new RegionId(10_000_001));
        var (ofCategory, ofGroup, ofSystem, ofRegion) = (Name(), Name(), Name(), Name());
        Market.Categories.Add(new ItemCategory(category, ofCategory, isPublished: true));
        Add(NameKinds.Categories, NameKind.Category, 7, ofCategory, true);
        Market.Groups.Add(new ItemGroup(group, category, ofGroup, isPublished: true));
        Add(NameKinds.Groups, NameKind.Group, 8, ofGroup, true, category: 7, aroundIn: ofCategory.In);
        Market.Regions.Add(new Region(region, ofRegion));
        Add(NameKinds.Regions, NameKind.Region, region.Value, ofRegion, true);
        Market.Systems.Add(new SolarSystem(system, ofSystem, SecurityStatus.High, null, region));
        Add(NameKinds.Systems, NameKind.System, system.Value, ofSystem, true, aroundIn: ofRegion.In);
        for (var index = 1; index <= Types; index++)
        {
            var (name, isPublished) = (Name(), _random.Next(4) > 0);
            Market.Types.Add(ItemType.Known(new TypeId(index), name, group, category, null, isPublished, null, Noon));
            Add(NameKinds.Types, NameKind.Type, index, name, isPublished, category: 7, aroundIn: ofGroup.In);
        }

        for (var index = 1; index <= Few; index++)
        {
            var ofPlace = English();
            Market.Places.Add(Location.Known(new LocationId(60_000_000 + index), ofPlace.In(Language.En), system, Noon));
            Add(NameKinds.Stations, NameKind.Station, 60_000_000 + index, ofPlace, true, aroundIn: ofSystem.In);
        }

        var issuers = new HashSet<int>();
        for (var index = 1; index <= Contracts; index++)
        {
            var (type, place, issuer, isLive) = (1 + _random.Next(Types), 60_000_000 + 1 + _random.Next(Few), 90_000_000 + 1 + _random.Next(Few), _random.Next(4) > 0);
            var contract = Domain.Contracts.Contract.FromListing(
                Numbered(index).From(new LocationId(place)).Expiring(isLive ? Noon.AddDays(1) : Noon).With(row => row with { IssuerId = new CharacterId(issuer) }).Row, region);
            contract.TakeLines(
                [new Domain.Contracts.ContractLine(contract.Id, 1, new TypeId(type), 1, isIncluded: true)],
                _ => new Domain.Contracts.CatalogueEntry(category, "", group));
            Market.Add(contract);
            issuers.Add(issuer);
            (NameKind, long)[] about =
            [
                (NameKind.Type, type), (NameKind.Group, 8), (NameKind.Category, 7), (NameKind.Station, place), (NameKind.System, system.Value),
                (NameKind.Region, region.Value), (NameKind.Character, issuer),
            ];
            foreach (var one in about) live[one] = live.GetValueOrDefault(one) + (isLive ? 1 : 0);
        }

        // Only the issuers of contracts are held in memory.
        foreach (var issuer in issuers)
        {
            var name = English();
            Market.Characters.Add(new Character(new CharacterId(issuer), name.In(Language.En), Noon));
            Add(NameKinds.Issuers, NameKind.Character, issuer, name, false);
        }
    }

    /// <summary>A name in English, in other languages or in both; some are the same in two languages.</summary>
    private LocalisedName Name()
    {
        var texts = Languages.Where(language => _random.Next(2) == 0 || language == Language.En).ToDictionary(language => language, _ => Phrase());
        if (_random.Next(8) == 0 && texts.Count > 1) texts.Remove(Language.En);
        if (_random.Next(4) == 0 && texts.TryGetValue(Language.En, out var english)) texts[Language.De] = english;
        return Kept(LocalisedName.Of(texts));
    }

    private LocalisedName English() => Kept(LocalisedName.English(Phrase()));

    private LocalisedName Kept(LocalisedName name)
    {
        _names.Add(name);
        return name;
    }

    private string Phrase() => string.Join(' ', _random.GetItems(_words, 1 + _random.Next(4)));

    private string Word()
    {
        var letters = OneOf(Alphabets).EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return OneOf("n", "a", "級") + string.Concat(_random.GetItems(letters, _random.Next(40) == 0 ? 70 : 1 + _random.Next(7)));
    }

    private T OneOf<T>(params T[] all) => all[_random.Next(all.Length)];
}
