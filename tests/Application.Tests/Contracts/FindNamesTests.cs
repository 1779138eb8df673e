using System.Globalization;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts;

/// <summary>The look-up of names (B11).</summary>
public sealed class FindNamesTests
{
    private static readonly CharacterId Ada = new(2_112_000_001);
    private static readonly CorporationId Analytical = new(98_000_001);

    private readonly SettledMarket _market = AMarket();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Without_a_word_nothing_is_found(string? text)
    {
        // A pin that fails when a market is taken from it.
        var found = await new FindNamesHandler(new MarketPin(null!)).Handle(new FindNames { Q = text }, default);

        Assert.Empty(found.Names);
        Assert.Empty(found.Nearest);
    }

    [Fact]
    public async Task A_type_is_told_with_its_group_its_category_and_the_live_contracts_that_offer_it()
    {
        _market.Add(Numbered(1).Offering(Known.Rokh).Offering(Known.Rokh), Numbered(2).Offering(Known.Rokh).Expiring(Noon), Numbered(3).Requesting(Known.Rokh));

        Assert.Equal([new FoundName(NameKind.Type, Known.Rokh.Value, "Rokh", "Battleship", 6, 1)], (await FindAsync("rokh")).Names);
    }

    [Fact]
    public async Task Every_kind_is_found_and_told_in_its_order()
    {
        NameThem();

        var found = await FindAsync("navy");

        Assert.Equal(
            [
                new(NameKind.Type, 1, "Navy Type", "Navy Group", 900, 1), new(NameKind.Category, 900, "Navy Category", null, null, 1),
                new(NameKind.Group, 90, "Navy Group", "Navy Category", 900, 1), new(NameKind.System, 30_000_900, "Navy System", "Navy Region", null, 1),
                new(NameKind.Station, 60_000_900, "Navy Station", "Navy System", null, 1), new(NameKind.Region, 10_000_900, "Navy Region", null, null, 1),
                new FoundName(NameKind.Character, Ada.Value, "Navy Ada", null, null, 1),
            ],
            found.Names);
        Assert.Empty(found.Nearest);
    }

    [Theory]
    [InlineData(NameKinds.Types, NameKind.Type)]
    [InlineData(NameKinds.Categories, NameKind.Category)]
    [InlineData(NameKinds.Groups, NameKind.Group)]
    [InlineData(NameKinds.Systems, NameKind.System)]
    [InlineData(NameKinds.Stations, NameKind.Station)]
    [InlineData(NameKinds.Regions, NameKind.Region)]
    [InlineData(NameKinds.Issuers, NameKind.Character)]
    public async Task Only_the_kinds_that_are_asked_for_are_found(NameKinds kinds, params NameKind[] found)
    {
        NameThem();

        Assert.Equal(found, (await FindAsync("navy", kinds: [kinds, kinds])).Names.Select(name => name.Kind));
    }

    [Fact]
    public async Task The_whole_name_comes_first_then_the_beginning_then_the_beginnings_of_words_then_the_rest()
    {
        NameTypes("Navy Ship", "Ship", "Shipyard", "Airship", "Warship of a Ship", "A Ship");

        Assert.Equal(["Ship", "Shipyard", "A Ship", "Navy Ship", "Warship of a Ship", "Airship"], await TypesAsync("ship"));
    }

    [Fact]
    public async Task Every_term_begins_a_word_or_the_name_comes_later()
    {
        NameTypes("Airship Navy", "Old Navy Ship", "Ship Navy");

        Assert.Equal(["Ship Navy", "Old Navy Ship", "Airship Navy"], await TypesAsync("ship navy"));
        Assert.Equal(["Old Navy Ship"], await TypesAsync("\"navy ship\""));
        Assert.Empty(await TypesAsync("navy frigate"));
    }

    [Fact]
    public async Task More_live_contracts_come_first_then_the_name_then_the_id()
    {
        NameTypes("Ship C", "Ship B", "Ship A", "Ship A");
        _market.Add(Numbered(1).Offering(new TypeId(1)), Numbered(2).Offering(new TypeId(1)), Numbered(3).Offering(new TypeId(2)));

        Assert.Equal([1, 2, 3, 4], (await FindAsync("ship", kinds: [NameKinds.Types])).Names.Select(name => name.Id));
    }

    [Fact]
    public async Task No_more_than_eight_of_a_kind_are_told_and_they_are_the_best()
    {
        NameTypes([.. Enumerable.Range(1, 30).Select(number => $"Old Ship {number:00}"), "Ship", "Ship Two"]);
        _market.Add(Numbered(1).Offering(new TypeId(17)));

        Assert.Equal(["Ship", "Ship Two", "Old Ship 17", "Old Ship 01", "Old Ship 02", "Old Ship 03", "Old Ship 04", "Old Ship 05"], await TypesAsync("ship"));
    }

    [Fact]
    public async Task A_name_that_is_found_in_two_languages_is_told_once_by_its_better_one()
    {
        _market.Types.Clear();
        NameType(1, (Language.En, "Old Ship"), (Language.De, "Ship"));
        NameType(2, (Language.En, "Ship Two"));

        Assert.Equal(["Ship", "Ship Two"], await TypesAsync("ship", Language.De));
        Assert.Equal(["Ship Two", "Old Ship"], await TypesAsync("ship"));
    }

    [Fact]
    public async Task Names_are_found_and_told_in_the_readers_language_or_in_English()
    {
        Assert.Equal(["ロク"], await TypesAsync("ロ", Language.Ja));
        Assert.Equal(["ロク"], await TypesAsync("rokh", Language.Ja));
        Assert.Empty(await TypesAsync("ロ", Language.De));
        Assert.Equal(["Die Schmiede"], (await FindAsync("forge", Language.De)).Names.Select(name => name.Name));
    }

    [Fact]
    public async Task What_the_game_does_not_publish_is_found_only_where_a_contract_offers_it()
    {
        _market.Types.Add(ItemType.Known(new TypeId(1), LocalisedName.English("Secret Ship"), Frigate, Known.Ship, null, isPublished: false, null, Noon));
        _market.Groups.Add(new ItemGroup(new GroupId(90), Known.Ship, LocalisedName.English("Secret Group"), isPublished: false));
        _market.Categories.Add(new ItemCategory(new CategoryId(900), LocalisedName.English("Secret Category"), isPublished: false));
        Assert.Empty((await FindAsync("secret")).Names);

        _market.Add(Numbered(1).Offering(new TypeId(1)));

        Assert.Equal(["Secret Ship"], (await FindAsync("secret")).Names.Select(name => name.Name));
    }

    [Fact]
    public async Task An_issuer_without_live_contracts_is_not_found()
    {
        NameThem();
        _market.Now = Noon.AddYears(1);

        Assert.Empty((await FindAsync("navy", kinds: [NameKinds.Issuers])).Names);
    }

    [Fact]
    public async Task What_has_no_name_is_not_found()
    {
        Assert.Empty((await FindAsync("1035466617946")).Names);
        Assert.Empty((await FindAsync("99999999")).Names);
    }

    [Fact]
    public async Task Each_count_is_the_total_of_the_list_with_that_filter()
    {
        _market.Add(
            Numbered(1).Offering(Known.Rokh).Offering(Known.Rifter), Numbered(2).Offering(Known.Rokh).From(RancerStation), AnAuction(3).Offering(Known.Rokh), ACourier(4),
            Numbered(5), Numbered(6).Requesting(Known.Rokh).From(Keepstar), Numbered(7).Offering(Known.Railgun).Expiring(Noon), ACourier(8).From(null),
            Numbered(9).OfferingCopy(Known.RifterBlueprint).From(Keepstar));
        _market.Add(Numbered(10).Offering(Known.Rifter).From(Keepstar).In(Delve));

        List<FoundName> names = [];
        foreach (var text in new[] { "rok", "rif", "rail", "ship", "mod", "blue", "bat", "fri", "gun", "jit", "ran", "1dq", "del", "for" }) names.AddRange((await FindAsync(text)).Names);

        NameKind[] found = [NameKind.Type, NameKind.Category, NameKind.Group, NameKind.System, NameKind.Station, NameKind.Region];
        Assert.Equal(found, names.Select(name => name.Kind).Distinct().Order());
        foreach (var name in names)
            Assert.Equal((name, name.LiveContracts), (name, (await new BrowseContractsHandler(_market.Pin).Handle(ListOf(name), default)).Total));
    }

    [Theory]
    [InlineData("rohk", "Rokh")]
    [InlineData("rokhh", "Rokh")]
    [InlineData("riftr bluprint", "Rifter Blueprint")]
    [InlineData("Rifter Bluepritn*", "Rifter Blueprint")]
    [InlineData("'riftr'", "Rifter|Rifter Blueprint")]
    [InlineData("larg shild extender", "Large Shield Extender II")]
    [InlineData("shield extender iii", "")]
    [InlineData("rkh", "")]
    [InlineData("zzzzzzzz", "")]
    [InlineData("riftr two three four five", "")]
    public async Task Where_nothing_is_found_the_names_spelt_most_alike_are_told(string text, string nearest)
    {
        var found = await FindAsync(text, kinds: [NameKinds.Types]);

        Assert.Empty(found.Names);
        Assert.Equal(nearest, string.Join('|', found.Nearest.Select(name => name.Name)));
    }

    [Fact]
    public async Task The_nearest_names_are_of_all_kinds_and_in_both_languages_at_most_five()
    {
        NameThem();
        Assert.Equal(5, (await FindAsync("nayv")).Nearest.Count);

        _market.Systems.Add(new SolarSystem(new SystemId(1), LocalisedName.Of([new(Language.En, "Amamake"), new(Language.Ru, "Амамаке")]), SecurityStatus.Null));
        Assert.Equal(["Амамаке"], (await FindAsync("амамкае", Language.Ru)).Nearest.Select(name => name.Name));
        Assert.Empty((await FindAsync("амамкае", Language.De)).Nearest);
    }

    [Fact]
    public async Task Fewer_changes_come_first_then_the_better_name()
    {
        NameTypes("Ravens Two", "Raven Two", "Raven", "Rawens");

        // "ravens" is two changes away, where five letters allow one. It is found because it begins with "raven".
        Assert.Equal(["Raven", "Raven Two", "Ravens Two"], (await FindAsync("ravem", kinds: [NameKinds.Types])).Nearest.Select(name => name.Name));
        Assert.Equal(["Rawens", "Ravens Two"], (await FindAsync("rawenss", kinds: [NameKinds.Types])).Nearest.Select(name => name.Name).Take(2));
    }

    [Fact]
    public async Task The_culture_of_the_machine_plays_no_part()
    {
        NameTypes("TITAN IV", "Iteron");
        _market.Add(Numbered(1).Titled("TITAN FIT"));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

            Assert.Equal(["TITAN IV"], await TypesAsync("titan iv"));
            Assert.Equal(["Iteron"], await TypesAsync("ITERON"));
            Assert.Equal(1, (await new BrowseContractsHandler(_market.Pin).Handle(new BrowseContracts { Search = "titan fit" }, default)).Total);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Questions_that_mean_the_same_have_one_key()
    {
        var key = new FindNames { Q = "d'assaut", Kinds = [NameKinds.Types, NameKinds.Regions] }.Key;

        Assert.NotNull(key);
        Assert.Equal(key, new FindNames { Q = " D’ASSAUT* ", Kinds = [NameKinds.Regions, NameKinds.Types, NameKinds.Types] }.Key);
        Assert.NotEqual(key, new FindNames { Q = "d'assaut", Kinds = [NameKinds.Types] }.Key);
        Assert.NotEqual(key, new FindNames { Q = "d'assaut", Kinds = [NameKinds.Types, NameKinds.Regions], Lang = Language.De }.Key);
        Assert.NotEqual(key, new FindNames { Q = "assaut", Kinds = [NameKinds.Types, NameKinds.Regions] }.Key);
    }

    [Theory]
    [InlineData("ab")]
    [InlineData("a\0bc")]
    public void A_question_that_is_refused_has_no_key(string text)
    {
        Assert.Null(new FindNames { Q = text }.Key);
        Assert.False(new FindNamesValidator().Validate(new FindNames { Q = text }).IsValid);
    }

    [Fact]
    public void More_than_two_hundred_kinds_are_refused()
    {
        var question = new FindNames { Q = "rokh", Kinds = [.. Enumerable.Repeat(NameKinds.Types, 201)] };

        Assert.Null(question.Key);
        Assert.Equal(nameof(FindNames.Kinds), Assert.Single(new FindNamesValidator().Validate(question).Errors).PropertyName);
        Assert.True(new FindNamesValidator().Validate(question with { Kinds = [NameKinds.Types] }).IsValid);
    }

    private static BrowseContracts ListOf(FoundName name) => name.Kind switch
    {
        NameKind.Type => new() { TypeIds = [new TypeId((int)name.Id)] },
        NameKind.Group => new() { GroupIds = [new GroupId((int)name.Id)] },
        NameKind.Category => new() { CategoryIds = [new CategoryId((int)name.Id)] },
        NameKind.System => new() { SystemIds = [new SystemId((int)name.Id)] },
        NameKind.Station => new() { StationIds = [new LocationId(name.Id)] },
        NameKind.Region => new() { RegionIds = [new RegionId((int)name.Id)] },
        NameKind.Character => new() { IssuerIds = [new CharacterId(name.Id)] },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>One thing of every kind, with one live contract each.</summary>
    private void NameThem()
    {
        var (region, system, station) = (new RegionId(10_000_900), new SystemId(30_000_900), new LocationId(60_000_900));
        _market.Categories.Add(new ItemCategory(new CategoryId(900), LocalisedName.English("Navy Category"), isPublished: true));
        _market.Groups.Add(new ItemGroup(new GroupId(90), new CategoryId(900), LocalisedName.English("Navy Group"), isPublished: true));
        _market.Types.Add(ItemType.Known(new TypeId(1), LocalisedName.English("Navy Type"), new GroupId(90), new CategoryId(900), null, true, null, Noon));
        _market.Regions.Add(new Region(region, LocalisedName.English("Navy Region")));
        _market.Systems.Add(new SolarSystem(system, LocalisedName.English("Navy System"), SecurityStatus.High, null, region));
        _market.Places.Add(Location.Known(station, "Navy Station", system, Noon));
        _market.Characters.Add(new Character(Ada, "Navy Ada", Noon));
        _market.Corporations.Add(new Corporation(Analytical, "Navy Engines", Noon));
        var contract = Contract.FromListing(
            Numbered(900).From(station).With(row => row with { IssuerId = Ada, IssuerCorporationId = Analytical }).Row, region);
        contract.TakeLines(
            [new ContractLine(contract.Id, 1, new TypeId(1), 1, isIncluded: true)], _ => new CatalogueEntry(new CategoryId(900), "Navy Type", new GroupId(90)));
        _market.Add(contract);
    }

    /// <summary>Replaces the types by these, numbered from 1.</summary>
    private void NameTypes(params string[] names)
    {
        _market.Types.Clear();
        foreach (var (index, name) in names.Index()) NameType(index + 1, (Language.En, name));
    }

    private void NameType(int id, params (Language Language, string Text)[] names) => _market.Types.Add(ItemType.Known(
        new TypeId(id), LocalisedName.Of(names.Select(name => KeyValuePair.Create(name.Language, name.Text))), Frigate, Known.Ship, null, true, null, Noon));

    private async Task<IEnumerable<string>> TypesAsync(string text, Language language = Language.En) =>
        (await FindAsync(text, language, NameKinds.Types)).Names.Select(name => name.Name);

    private Task<FoundNames> FindAsync(string text, Language language = Language.En, params NameKinds[] kinds) =>
        new FindNamesHandler(_market.Pin).Handle(new FindNames { Q = text, Lang = language, Kinds = kinds }, default);
}
