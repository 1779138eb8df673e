using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Reference;

/// <summary>What an export changes, and which contracts are derived again for it.</summary>
public sealed class StaticDataWriterTests
{
    private static readonly GroupId Battleship = new(27);
    private static readonly GroupId OtherGroup = new(28);
    private static readonly SystemId Jita = new(30_000_142);

    private readonly IStaticData _export = Substitute.For<IStaticData>();
    private readonly Stored<ItemType> _types = [];
    private readonly Stored<ItemGroup> _groups =
    [
        new ItemGroup(Battleship, CategoryId.Ship, LocalisedName.English("Battleship"), isPublished: true),
        new ItemGroup(OtherGroup, CategoryId.Ship, LocalisedName.English("Frigate"), isPublished: true),
    ];

    private readonly Stored<SolarSystem> _systems = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>().Running<(int, int)>();
    private readonly List<TypeId> _rederived = [];

    public StaticDataWriterTests()
    {
        _groups.Telling<GroupCategory>();
        _market.Change.RederiveAsync(Arg.Any<IReadOnlyCollection<TypeId>>(), Arg.Any<CancellationToken>()).Returns(call =>
        {
            _rederived.AddRange(call.Arg<IReadOnlyCollection<TypeId>>());
            return 10 * call.Arg<IReadOnlyCollection<TypeId>>().Count;
        });
    }

    [Fact]
    public async Task Rows_are_written_before_the_rows_that_refer_to_them()
    {
        var name = LocalisedName.English("Name");
        _export.CategoriesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new ItemCategory(CategoryId.Ship, name, true)));
        _export.GroupsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new ItemGroup(Battleship, CategoryId.Ship, name, true)));
        _export.MarketGroupsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new MarketGroup(new(4), null, name)));
        Types(ARokh());
        _export.RegionsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new Region(TheForge, name)));
        _export.ConstellationsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new Constellation(new(5), TheForge, name)));
        Systems(ASystem(0.9));
        _export.StargatesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new Stargate(new(6), Jita, Jita)));

        Assert.Equal((8, 0), await WriteAsync());
        Assert.Equal(
            [
                typeof(ItemCategory), typeof(ItemGroup), typeof(MarketGroup), typeof(ItemType), typeof(Region), typeof(Constellation), typeof(SolarSystem),
                typeof(Stargate),
            ],
            _market.Named.Select(row => row.GetType()));
    }

    [Fact]
    public async Task Only_rows_that_were_written_are_counted()
    {
        _export.RegionsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new Region(TheForge, LocalisedName.English("The Forge"))));
        _market.Change.NameAsync(Arg.Any<IReadOnlyCollection<Region>>(), Arg.Any<CancellationToken>()).Returns(0);

        Assert.Equal((0, 0), await WriteAsync());
    }

    [Fact]
    public async Task A_type_has_the_category_of_its_group()
    {
        Types(ARokh());

        await WriteAsync();

        Assert.Equal(CategoryId.Ship, WrittenType().CategoryId);
    }

    [Fact]
    public async Task A_type_of_an_unknown_group_has_no_category()
    {
        Types(ARokh() with { GroupId = new GroupId(99) });

        await WriteAsync();

        Assert.Null(WrittenType().CategoryId);
    }

    [Fact]
    public async Task An_unchanged_type_is_not_written()
    {
        Stored(ARokh());
        Types(ARokh());

        Assert.Equal((0, 0), await WriteAsync());
        Assert.Empty(_market.Named);
    }

    [Fact]
    public async Task A_type_change_that_no_contract_shows_is_written_without_deriving_contracts_again()
    {
        Stored(ARokh());
        Types(ARokh() with { Volume = 500_000, Name = InGermanToo });

        Assert.Equal((1, 0), await WriteAsync());
        Assert.Empty(_rederived);
    }

    public static TheoryData<StaticType> OfAnotherEntry =>
    [
        ARokh() with { Name = LocalisedName.English("Rokh II") },
        ARokh() with { GroupId = OtherGroup },
        ARokh() with { GroupId = new GroupId(99) },
    ];

    [Theory, MemberData(nameof(OfAnotherEntry))]
    public async Task Contracts_are_derived_again_if_the_name_group_or_category_of_an_offered_type_changes(StaticType type)
    {
        Stored(ARokh());
        Types(type);

        Assert.Equal((1, 10), await WriteAsync());
        Assert.Equal([Known.Rokh], _rederived);
    }

    [Fact]
    public async Task Contracts_are_derived_again_if_an_offered_type_was_stored_as_unknown()
    {
        _types.Add(ItemType.Unknown(Known.Rokh, Noon));
        Types(ARokh());

        Assert.Equal((1, 10), await WriteAsync());
    }

    [Fact]
    public async Task No_contract_is_derived_again_for_a_type_that_was_not_stored_before()
    {
        Types(ARokh());

        Assert.Equal((1, 0), await WriteAsync());
        Assert.Empty(_rederived);
    }

    [Fact]
    public async Task A_system_keeps_its_exact_security_where_the_export_has_a_rounded_one()
    {
        _systems.Add(ASystem(0.4500004));
        Systems(ASystem(0.45));

        await WriteAsync();

        Assert.Equal(0.4500004, Assert.IsType<SolarSystem>(Assert.Single(_market.Named)).Security.Value);
    }

    [Fact]
    public async Task Progress_is_reported_by_part_and_ends_with_the_whole()
    {
        var told = new List<ImportProgress>();
        var progress = Substitute.For<IProgress<ImportProgress>>();
        progress.When(one => one.Report(Arg.Any<ImportProgress>())).Do(call => told.Add(call.Arg<ImportProgress>()));
        _export.Position.Returns(40);
        _export.Length.Returns(100);
        Types(ARokh());

        await WriteAsync(progress);

        Assert.Equal([new ImportProgress("types", 40, 100), new ImportProgress("stargates", 100, 100)], told);
    }

    private static LocalisedName InGermanToo => LocalisedName.Of([new(Language.En, "Rokh"), new(Language.De, "Rokh")]);

    private static StaticType ARokh() => new(Known.Rokh, LocalisedName.English("Rokh"), Battleship, null, IsPublished: true, 486_000);

    private static SolarSystem ASystem(double security) => new(Jita, LocalisedName.English("Jita"), SecurityStatus.Of(security));

    private void Types(params StaticType[] types) => _export.TypesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(types));

    private void Systems(params SolarSystem[] systems) => _export.SystemsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(systems));

    private void Stored(StaticType type) =>
        _types.Add(ItemType.Known(type.Id, type.Name, type.GroupId, CategoryId.Ship, type.MarketGroupId, type.IsPublished, type.Volume, Noon.AddDays(-1)));

    private ItemType WrittenType() => Assert.Single(_market.Named.OfType<ItemType>());

    private Task<(int Written, int Rederived)> WriteAsync(IProgress<ImportProgress>? progress = null) =>
        new StaticDataWriter(_market.Writer, _types.Reading, _groups.Reading, _systems.Reading, new FakeTimeProvider(Noon))
            .WriteAsync(_export, new RowBatches(), progress, default);
}
