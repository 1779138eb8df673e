using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using HangarBay.Domain.Tests.Given;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>The types in lines are asked for, with their group and category (M10).</summary>
public sealed class LearnTypesTests
{
    private static readonly GroupId Battleship = new(27);

    private readonly IEsi _esi = Substitute.For<IEsi>();
    private readonly Stored<ItemType> _types = new Stored<ItemType> { ItemType.Mentioned(Known.Rokh) }.Telling<TypeId>();
    private readonly Stored<ItemGroup> _groups = [];
    private readonly Stored<ItemCategory> _categories = [];
    private readonly Stored<QuarantineEntry> _quarantine = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>();
    private readonly FakeTimeProvider _time = new(Noon);

    public LearnTypesTests()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).Returns(new EsiType(Known.Rokh, "Rokh", Battleship, null, true, 486_000));
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns(Battleships);
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).Returns(Ships);
    }

    private static EsiGroup Battleships => new(Battleship, CategoryId.Ship, "Battleship", IsPublished: true);

    private static ItemCategory Ships => new(CategoryId.Ship, LocalisedName.English("Ship"), isPublished: true);

    private IEnumerable<ItemType> Kept => _market.Named.OfType<ItemType>();

    [Fact]
    public async Task A_new_type_is_stored_after_its_category_and_group_and_its_contracts_are_derived_again()
    {
        Assert.Equal(1, await LearnAsync());

        Assert.Equal([typeof(ItemCategory), typeof(ItemGroup), typeof(ItemType)], _market.Named.Select(row => row.GetType()));
        Assert.True(Kept.Single().SaysTheSameAs(Rokh("Rokh", CategoryId.Ship)));
        await ThenDerivedAnew(Known.Rokh);
    }

    [Fact]
    public async Task Where_no_type_is_due_esi_is_not_asked()
    {
        _types.Clear();
        _types.Add(Rokh("Rokh", CategoryId.Ship));
        _types.Add(ItemType.Unknown(Known.Mystery, Noon));

        Assert.Equal(0, await LearnAsync());

        Assert.Empty(_esi.ReceivedCalls());
    }

    [Fact]
    public async Task A_type_without_a_name_is_known_by_its_group()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).Returns(new EsiType(Known.Rokh, null, Battleship, null, true, 486_000));

        await LearnAsync();

        Assert.True(Kept.Single().SaysTheSameAs(Rokh(null, CategoryId.Ship)));
    }

    [Fact]
    public async Task A_group_without_a_name_is_not_kept_and_keeps_no_type_from_being_known()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns(Battleships with { Name = null });

        await LearnAsync();

        Assert.Empty(_market.Named.OfType<ItemGroup>());
        Assert.True(Kept.Single().SaysTheSameAs(Rokh("Rokh", CategoryId.Ship)));
    }

    [Fact]
    public async Task A_type_that_esi_does_not_know_is_reported_and_asked_for_again_an_hour_later()
    {
        _types.Add(ItemType.Mentioned(Known.Mystery));
        _esi.GetTypeAsync(Known.Mystery, Arg.Any<CancellationToken>()).Returns((EsiType?)null);

        Assert.Equal(2, await LearnAsync());

        Assert.Equal((null, Noon), Kept.Where(type => type.Id == Known.Mystery).Select(type => (type.Name, type.ReadAt)).Single());
        Assert.Equal(("type 99999999", "ESI does not know the type."), _quarantine.Select(entry => (entry.Subject, entry.Reason)).Single());
        await ThenDerivedAnew(Known.Rokh);

        _types.Clear();
        _types.AddRange(Kept);
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(0, await LearnAsync());
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await LearnAsync());
    }

    [Fact]
    public async Task A_type_without_an_answer_delays_no_other_and_is_not_put_into_quarantine()
    {
        _types.Add(ItemType.Mentioned(Known.Rifter));
        _esi.GetTypeAsync(Known.Rifter, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        Assert.Equal(2, await LearnAsync());

        Assert.Equal([Known.Rifter], Kept.Where(type => type.Name is null).Select(type => type.Id));
        Assert.Empty(_quarantine);
        await ThenDerivedAnew(Known.Rokh);
    }

    [Fact]
    public async Task No_type_is_postponed_while_esi_is_away()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        await Assert.ThrowsAsync<EsiUnavailableException>(LearnAsync);

        Assert.Empty(_market.Named);
    }

    [Fact]
    public async Task A_type_that_was_imported_meanwhile_is_left_as_it_is()
    {
        _esi.GetTypeAsync(Known.Rokh, Arg.Any<CancellationToken>()).Returns(_ =>
        {
            _types.Clear();
            _types.Add(Rokh("Rokh of the import", CategoryId.Ship));
            return new EsiType(Known.Rokh, "Rokh", Battleship, null, true, 486_000);
        });

        await LearnAsync();

        Assert.Empty(Kept);
    }

    [Fact]
    public async Task A_group_that_is_stored_is_not_asked_for_and_neither_is_its_category()
    {
        _groups.Add(new ItemGroup(Battleship, CategoryId.Ship, LocalisedName.English("Battleship"), isPublished: true));

        await LearnAsync();

        Assert.Equal(CategoryId.Ship, Kept.Single().CategoryId);
        Assert.IsType<ItemType>(Assert.Single(_market.Named));
    }

    [Fact]
    public async Task A_category_that_is_stored_is_not_asked_for_again()
    {
        _categories.Add(Ships);

        await LearnAsync();

        Assert.Equal(CategoryId.Ship, Kept.Single().CategoryId);
        await _esi.DidNotReceive().GetCategoryAsync(Arg.Any<CategoryId>(), Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_type_is_postponed_if_its_group_cannot_be_read()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        await LearnAsync();

        Assert.True(Assert.IsType<ItemType>(Assert.Single(_market.Named)).SaysTheSameAs(ItemType.Unknown(Known.Rokh, Noon)));
    }

    [Fact]
    public async Task Without_its_category_neither_a_group_nor_its_types_are_kept()
    {
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).ThrowsAsync(new EsiUnavailableException("ESI is away."));

        await LearnAsync();

        Assert.True(Assert.IsType<ItemType>(Assert.Single(_market.Named)).SaysTheSameAs(ItemType.Unknown(Known.Rokh, Noon)));
    }

    [Fact]
    public async Task A_type_of_a_group_that_esi_does_not_know_has_no_category()
    {
        _esi.GetGroupAsync(Battleship, Arg.Any<CancellationToken>()).Returns((EsiGroup?)null);

        await LearnAsync();

        Assert.True(Kept.Single().SaysTheSameAs(Rokh("Rokh", category: null)));
    }

    [Fact]
    public async Task A_group_of_a_category_that_esi_does_not_know_is_kept_all_the_same()
    {
        _esi.GetCategoryAsync(CategoryId.Ship, Arg.Any<CancellationToken>()).Returns((ItemCategory?)null);

        await LearnAsync();

        Assert.Equal([typeof(ItemGroup), typeof(ItemType)], _market.Named.Select(row => row.GetType()));
    }

    private static ItemType Rokh(string? name, CategoryId? category) => ItemType.Known(
        Known.Rokh, name is null ? null : LocalisedName.English(name), Battleship, category, null, true, 486_000, Noon);

    private Task<int> ThenDerivedAnew(params TypeId[] types) => _market.Change.Received(1)
        .RederiveAsync(Arg.Is<IReadOnlyCollection<TypeId>>(ids => ids!.SequenceEqual(types)), Arg.Any<CancellationToken>());

    private async Task<int> LearnAsync()
    {
        var handler = new LearnTypesHandler(
            _esi, _types.Reading, _groups.Reading, _categories.Reading, _market.Writer, new Quarantine(_quarantine.Changing, _time),
            Options.Create(new SyncOptions { ItemsAtOnce = 1 }), _time, NullLogger<LearnTypesHandler>.Instance);
        return (await handler.Handle(new LearnTypes(), default)).Asked;
    }
}
