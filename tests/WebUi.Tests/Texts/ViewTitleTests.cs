using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingLocations;
using HangarBay.Application.Contracts.GettingNames;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Parts.Filters;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

public sealed class ViewTitleTests
{
    private static readonly FilterChoices Choices = new(
        new RegionList([Region(1, "The Forge"), Region(2, "Domain"), Region(3, "Heimatar")]),
        new Taxonomy([new TaxonomyCategory(6, "Ship")], [new TaxonomyGroup(25, 6, "Frigate")], TaxonomyCoverage.Complete),
        new FoundLocations([], []),
        new KnownNames(
            new Dictionary<SystemId, KnownSystem> { [new(30)] = new(30, "Jita", 0.9m, SecurityBand.High, 1, "The Forge") },
            new Dictionary<LocationId, KnownStation> { [new(60)] = new(60, "Jita IV - Moon 4", 30) },
            new Dictionary<TypeId, KnownType> { [new(587)] = new(587, "Rifter", 6) },
            new Dictionary<RegionId, KnownRegion>()),
        Facets: null);

    public static TheoryData<BrowseContracts, string> Views => new()
    {
        { new(), "Ship contracts" },
        { new() { Search = " Rokh " , MaxPrice = 300_000_000, Security = [SecurityBand.High] }, "Rokh under 300 M in high-sec" },
        { new() { MinPrice = 250_000_000 }, "Ship contracts from 250 M" },
        { new() { Search = "Rokh", MinPrice = 500, MaxPrice = 1_500_000_000 }, "Rokh from 500 to 1.5 B" },
        { new() { TypeIds = [new TypeId(587)], SystemIds = [new SystemId(30)] }, "Rifter in Jita" },
        { new() { TypeIds = [new TypeId(587), new TypeId(9), new TypeId(10)] }, "Rifter +2" },
        { new() { TypeIds = [new TypeId(9)] }, "Ship contracts" },
        { new() { RegionIds = [new RegionId(3), new RegionId(2), new RegionId(1)] }, "Ship contracts in Heimatar, Domain +1" },
        { new() { StationIds = [new LocationId(60)], Security = [SecurityBand.Null, SecurityBand.Low] }, "Ship contracts in Jita IV - Moon 4, low-sec, null-sec" },
        { new() { CategoryIds = [new CategoryId(6)], GroupIds = [new GroupId(25)] }, "Frigate" },
        { new() { Search = "navy", CategoryIds = [new CategoryId(6)], Segments = [ContractSegment.Auctions] }, "navy, Ship, Auctions" },
        { new() { IsBpc = true, MinRuns = 5, MinMe = 8, MaxMe = 10, MaxTe = 20 }, "Ship contracts, blueprint copies, Runs ≥ 5, ME 8–10, TE ≤ 20" },
        { new() { IsBpc = false }, "Ship contracts, no blueprint copies" },
        { new() { Segments = [ContractSegment.Couriers], MinReward = 1_000_000, MaxCollateral = 2_000_000_000 }, "Courier contracts, Collateral ≤ 2 B, Reward ≥ 1 M" },
        { new() { Search = new string('a', 200) }, new string('a', 59) + "…" },
    };

    [Theory]
    [MemberData(nameof(Views))]
    public void The_title_of_a_view_names_its_filters(BrowseContracts filters, string expected) => Assert.Equal(expected, Title(filters, Language.En));

    [Theory]
    [InlineData(Language.De, "Rokh bis 300 M in The Forge")]
    [InlineData(Language.Fr, "Rokh jusqu’à 300 M dans The Forge")]
    [InlineData(Language.Ja, "The Forgeの300 M ISK以下のRokh")]
    [InlineData(Language.Ru, "Rokh до 300 M ISK (The Forge)")]
    [InlineData(Language.Zh, "The Forge 的300 M ISK 以内的Rokh")]
    [InlineData(Language.Ko, "The Forge의 300 M ISK 이하 Rokh")]
    [InlineData(Language.Es, "Rokh hasta 300 M en The Forge")]
    public void Each_language_has_its_own_order(Language language, string expected) =>
        Assert.Equal(expected, Title(new BrowseContracts { Search = "Rokh", MaxPrice = 300_000_000, RegionIds = [new RegionId(1)] }, language));

    [Fact]
    public void A_search_text_is_never_used_as_a_format_string() =>
        Assert.Equal("{0} {9} under 5", Title(new BrowseContracts { Search = "{0} {9}", MaxPrice = 5 }, Language.En));

    [Theory]
    [InlineData(Language.En, 14, "14 live, from 255 M ISK, as of 18:32 EVE time.")]
    [InlineData(Language.De, 1, "1 aktiv, ab 255 M ISK, Stand 18:32 Uhr EVE-Zeit.")]
    [InlineData(Language.Ru, 3, "3 действующих контракта, от 255 M ISK, на 18:32 по времени EVE.")]
    [InlineData(Language.Ja, 14, "公開中14件、最安255 M ISK（EVE時間18:32現在）。")]
    public void The_number_of_results_is_a_sentence(Language language, int total, string expected) => Assert.Equal(
        expected,
        new ViewSummary(Words.In(language), FigureIn(language)).Of(total, Isk.Of(255_000_000), new DateTimeOffset(2026, 3, 14, 18, 32, 7, TimeSpan.Zero)));

    [Fact]
    public void Unknown_values_are_left_out_of_the_summary() =>
        Assert.Equal("0 live.", new ViewSummary(Words.In(Language.En), FigureIn(Language.En)).Of(0, lowest: null, asOf: null));

    private static string Title(BrowseContracts filters, Language language) =>
        new ViewTitle(Words.In(language), FigureIn(language), Choices).Of(new ContractsView
        {
            Filters = filters with { Segments = [] },
            Segment = filters.Segments is [var segment] ? segment : ContractSegment.Ships,
        });

    private static RegionEntry Region(int id, string name) => new(id, name, DateTimeOffset.UnixEpoch, 0, new SegmentCounts(0, 0, 0, 0, 0));

    private static Figure FigureIn(Language language) => new(Words.In(language), Tongue.Of(language).Culture);
}
