using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Types that lines mention are asked for once, with their group and category (M10).</summary>
public sealed class CatalogueFillerTests
{
    private static readonly GroupId Battleship = new(27);

    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly Stored<ItemType> _types = [];
    private readonly Stored<ItemGroup> _groups = [];
    private readonly Stored<ItemCategory> _categories = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>();
    private readonly KnownTypes _known = new();

    public CatalogueFillerTests()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).Returns(new EsiType(Known.Rokh, "Rokh", Battleship, null, true, 486_000));
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns(Battleships);
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).Returns(Ships);
    }

    private static EsiGroup Battleships => new(Battleship, CategoryId.Ship, "Battleship", IsPublished: true);

    private static ItemCategory Ships => new(CategoryId.Ship, LocalisedName.English("Ship"), isPublished: true);

    [Fact]
    public async Task A_new_type_is_kept_after_its_category_and_its_group()
    {
        Assert.Empty(await EnsureAsync(Known.Rokh));

        Assert.Equal([typeof(ItemCategory), typeof(ItemGroup), typeof(ItemType)], _market.Named.Select(row => row.GetType()));
        Assert.Equal(CategoryId.Ship, _market.Named.OfType<ItemType>().Single().CategoryId);
        Assert.Equal(new CatalogueEntry(CategoryId.Ship, "Rokh", Battleship), _known.EntryOf(Known.Rokh));
    }

    [Fact]
    public async Task A_type_without_a_name_is_known_by_its_group()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).Returns(new EsiType(Known.Rokh, null, Battleship, null, true, 486_000));

        Assert.Empty(await EnsureAsync(Known.Rokh));

        Assert.Equal(new CatalogueEntry(CategoryId.Ship, null, Battleship), _known.EntryOf(Known.Rokh));
    }

    [Fact]
    public async Task A_group_without_a_name_is_not_kept_and_keeps_no_type_from_being_known()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns(Battleships with { Name = null });

        Assert.Empty(await EnsureAsync(Known.Rokh));

        Assert.Empty(_market.Named.OfType<ItemGroup>());
        Assert.Equal(new CatalogueEntry(CategoryId.Ship, "Rokh", Battleship), _known.EntryOf(Known.Rokh));
    }

    [Fact]
    public async Task A_type_that_was_learnt_before_is_looked_for_nowhere()
    {
        _known.Learn([ItemType.Unknown(Known.Rokh, Noon)]);

        Assert.Empty(await EnsureAsync(Known.Rokh));

        Assert.Empty(_types.Reading.ReceivedCalls());
        Assert.Empty(_esi.ReceivedCalls());
    }

    [Fact]
    public async Task A_type_that_is_stored_is_learnt_and_not_asked_for()
    {
        _types.Add(ItemType.Known(Known.Rokh, LocalisedName.English("Rokh"), Battleship, CategoryId.Ship, null, true, null, Noon));

        await EnsureAsync(Known.Rokh);

        Assert.True(_known.EntryOf(Known.Rokh).IsShip);
        Assert.Empty(_esi.ReceivedCalls());
    }

    [Fact]
    public async Task A_type_that_esi_does_not_know_is_remembered_as_unknown_and_told()
    {
        _esi.GetTypeAsync(Known.Mystery, Arg.Any<CancellationToken>()).Returns((EsiType?)null);

        Assert.Equal([Known.Mystery], await EnsureAsync(Known.Mystery, Known.Rokh));

        Assert.Null(_market.Named.OfType<ItemType>().Single(type => type.Id == Known.Mystery).Name);
        Assert.Empty(_known.Missing([Known.Mystery]));
    }

    [Fact]
    public async Task A_type_without_an_answer_stays_unlearnt_and_keeps_no_other_back()
    {
        _esi.GetTypeAsync(Known.Rifter, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        Assert.Empty(await EnsureAsync(Known.Rifter, Known.Rokh));

        Assert.Equal([Known.Rifter], _known.Missing([Known.Rifter, Known.Rokh]));
    }

    [Fact]
    public async Task A_group_that_is_stored_is_not_asked_for_and_neither_is_its_category()
    {
        _groups.Add(new ItemGroup(Battleship, CategoryId.Ship, LocalisedName.English("Battleship"), isPublished: true));

        await EnsureAsync(Known.Rokh);

        Assert.True(_known.EntryOf(Known.Rokh).IsShip);
        Assert.IsType<ItemType>(Assert.Single(_market.Named));
    }

    [Fact]
    public async Task A_category_that_is_stored_is_not_asked_for_again()
    {
        _categories.Add(Ships);

        await EnsureAsync(Known.Rokh);

        Assert.True(_known.EntryOf(Known.Rokh).IsShip);
        await _esi.DidNotReceive().GetCategoryAsync(Arg.Any<CategoryId>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Without_its_group_a_type_is_not_kept_and_asked_for_again()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        await EnsureAsync(Known.Rokh);

        Assert.Empty(_market.Named);
        Assert.Equal([Known.Rokh], _known.Missing([Known.Rokh]));
    }

    [Fact]
    public async Task Without_its_category_neither_a_group_nor_its_types_are_kept()
    {
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        await EnsureAsync(Known.Rokh);

        Assert.Empty(_market.Named);
        Assert.Equal([Known.Rokh], _known.Missing([Known.Rokh]));
    }

    [Fact]
    public async Task A_type_of_a_group_that_esi_does_not_know_has_no_category()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns((EsiGroup?)null);

        Assert.Empty(await EnsureAsync(Known.Rokh));

        Assert.Equal(new CatalogueEntry(null, "Rokh", Battleship), _known.EntryOf(Known.Rokh));
    }

    [Fact]
    public async Task A_group_of_a_category_that_esi_does_not_know_is_kept_all_the_same()
    {
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).Returns((ItemCategory?)null);

        await EnsureAsync(Known.Rokh);

        Assert.Equal([typeof(ItemGroup), typeof(ItemType)], _market.Named.Select(row => row.GetType()));
    }

    private Task<IReadOnlyList<TypeId>> EnsureAsync(params TypeId[] ids)
    {
        var filler = new CatalogueFiller(
            _esi, _types.Reading, _groups.Reading, _categories.Reading, _market.Writer, new FakeTimeProvider(Noon), NullLogger<CatalogueFiller>.Instance);
        return filler.EnsureAsync(ids, _known, new ParallelOptions { MaxDegreeOfParallelism = 1 }, default);
    }
}
