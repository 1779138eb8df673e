using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using NSubstitute;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.InMemory.Following;

/// <summary>The market is loaded, and then follows the changes since (decision 20).</summary>
public sealed class MarketLoadingTests
{
    private static readonly CharacterId Ada = AListedContract().IssuerId;
    private static readonly CharacterId Bea = new(2_112_000_002);
    private static readonly CorporationId Works = AListedContract().IssuerCorporationId;

    private readonly Database _database = new();

    [Fact]
    public async Task All_open_contracts_are_loaded_with_their_lines_and_names()
    {
        var closed = Numbered(3).Offering(Known.Rifter).In(TheForge);
        closed.Close(Noon);
        _database.Coverages.Add(ARegionSweptAt(Noon.AddMinutes(-9)));
        _database.Commit(
            Numbered(1).Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint).In(TheForge), ACourier(2).Listed(), closed, TheForgeNamed("The Forge"), Named(Ada, "Ada"),
            Named(Bea, "Bea"), new Corporation(Works, "Works", Noon), Location.Known(JitaStation, "Jita", Jita, Noon));

        var (memory, market) = await LoadAsync(null);

        Assert.Equal(_database.Contracts.Where(contract => contract.ClosedAt is null).Select(Held.Of), Held.AllOf(market));
        Assert.Equal((2, 2), (memory.Count, market.Count));
        Assert.Equal((_database.Version, "live"), (market.Version, market.Source));
        Assert.Equal([new TriedRegion(TheForge, Noon.AddMinutes(-9), 1)], market.Tried);
        var names = market.Dictionaries;
        Assert.Equal(("The Forge", "Jita"), (names.Regions.Find(TheForge)?.Name.In(Language.En), names.Places.Find(JitaStation)?.Name));
        Assert.False(names.Types.TryFindCode(Known.Rifter, out _));
        Assert.Equal(("Ada", null, "Works"), (names.Characters.Find(Ada)?.Name, names.Characters.Find(Bea)?.Name, names.Corporations.Find(Works)?.Name));
    }

    [Fact]
    public async Task Only_the_changed_rows_are_read()
    {
        var (first, second, third) = (Numbered(1).Offering(Known.Rokh).In(TheForge), Numbered(2).Priced(5).Listed(), Numbered(3).Listed());
        _database.Commit(first, second, third);
        var held = await LoadAsync(null);
        third.Close(Noon);
        _database.Commit(Numbered(2).Priced(7).Offering(Known.Railgun).In(TheForge), third);
        _database.Commit(Numbered(4).Offering(Known.Rifter).In(TheForge));

        var (memory, market) = await LoadAsync(held);

        Assert.Same(held.Memory, memory);
        Assert.Equal(_database.Contracts.Where(contract => contract.ClosedAt is null).OrderBy(contract => contract.Id).Select(Held.Of), Held.AllOf(market));
        Assert.Equal([1, 2, 3], Held.AllOf(held.Market).Select(contract => contract.Id));
        Assert.Equal((_database.Version, 5), (market.Version, memory.Puts));
    }

    [Fact]
    public async Task Names_that_changed_since_are_followed()
    {
        _database.Commit(Numbered(1).Build(), TheForgeNamed("The Forge"), Named(Ada, "Ada"), new Corporation(Works, "Works", Noon));
        var held = await LoadAsync(null);
        _database.Commit(TheForgeNamed("The Anvil"), Named(Ada, "Ada Lovelace"), new Corporation(Works, "Engines", Noon));

        var names = (await FollowAsync(held)).Dictionaries;

        Assert.Equal("The Anvil", names.Regions.Find(TheForge)?.Name.In(Language.En));
        Assert.Equal(("Ada Lovelace", "Engines"), (names.Characters.Find(Ada)?.Name, names.Corporations.Find(Works)?.Name));
        Assert.Equal("Ada", held.Market.Dictionaries.Characters.Find(Ada)?.Name);
    }

    [Fact]
    public async Task A_person_mentioned_for_the_first_time_is_named_even_if_the_name_is_old()
    {
        _database.Commit(Numbered(1).Build(), Named(Bea, "Bea"), new Corporation(new CorporationId(2), "Old", Noon));
        var held = await LoadAsync(null);
        _database.Commit(Numbered(2).With(row => row with { IssuerId = Bea, IssuerCorporationId = new CorporationId(2) }).Build());

        var names = (await FollowAsync(held)).Dictionaries;

        Assert.Equal(("Bea", "Old"), (names.Characters.Find(Bea)?.Name, names.Corporations.Find(new CorporationId(2))?.Name));
        Assert.Null(held.Market.Dictionaries.Characters.Find(Bea));
    }

    [Fact]
    public async Task After_a_sweep_without_changes_only_the_coverage_is_read()
    {
        _database.Commit(Numbered(1).Build());
        var held = await LoadAsync(null);
        _database.Coverages.Add(ARegionSweptAt(Noon));
        _database.Contracts.Reading.ClearReceivedCalls();

        var market = await FollowAsync(held);

        Assert.Equal(Noon, Assert.Single(market.Tried).AsOf);
        Assert.Equal((1, _database.Version), (market.Count, market.Version));
        Assert.Empty(_database.Contracts.Reading.ReceivedCalls());
    }

    [Fact]
    public async Task Regions_without_a_good_sweep_are_among_the_tried_regions()
    {
        _database.Coverages.AddRange([RegionCoverage.Of(Delve), ARegionSweptAt(Noon)]);

        Assert.Equal([(Delve, null), (TheForge, Noon)], (await LoadAsync(null)).Market.Tried.Select(region => (region.RegionId, region.AsOf)));
    }

    [Fact]
    public async Task A_database_with_another_history_is_loaded_again()
    {
        _database.Commit(Numbered(1).Build());
        var held = await LoadAsync(null);
        _database.Marks[0] = new MarketMark(1, 4_711, 1, Noon);
        _database.Contracts[0] = Numbered(2).Build();
        _database.Commit();

        await IsLoadedAnewAsync(held);
    }

    [Fact]
    public async Task A_version_whose_mark_is_gone_causes_a_new_load()
    {
        _database.Commit(Numbered(1).Build());
        var held = await LoadAsync(null);
        _database.Marks.Clear();
        _database.Commit(Numbered(2).Build());

        await IsLoadedAnewAsync(held);
    }

    [Fact]
    public async Task A_version_that_went_back_causes_a_new_load()
    {
        _database.Commit(Numbered(1).Build());
        _database.Commit(Numbered(2).Build());
        var held = await LoadAsync(null);
        _database.Markets[0] = MarketStates.At(1, Noon);
        _database.Contracts.RemoveAt(1);

        await IsLoadedAnewAsync(held);
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    public async Task Few_changes_are_followed_and_many_cause_a_new_load(int rows, bool isFollowed)
    {
        _database.Commit(Numbered(1).Build());
        var held = await LoadAsync(null);
        _database.Commit(rows - 1, Numbered(2).Build());
        _database.Commit(1);

        if (isFollowed) Assert.Equal(2, (await FollowAsync(held)).Count);
        else await IsLoadedAnewAsync(held);
    }

    [Fact]
    public async Task Rows_of_the_version_held_already_do_not_count_as_changes()
    {
        _database.Commit(9_000, Numbered(1).Build());
        var held = await LoadAsync(null);
        _database.Commit(Numbered(2).Build());

        Assert.Equal(2, (await FollowAsync(held)).Count);
    }

    [Fact]
    public async Task Without_a_market_everything_is_loaded_each_time()
    {
        _database.Regions.Add(TheForgeNamed("The Forge"));
        var held = await LoadAsync(null);
        // Its stamp is 0, so no version shows that it was added.
        _database.Regions.Add(new Region(Delve, LocalisedName.English("Delve")));

        var (memory, market) = await LoadAsync(held);

        Assert.NotSame(held.Memory, memory);
        Assert.Equal((MarketVersion.None, null), (market.Version, market.Source));
        Assert.Equal(["The Forge", "Delve"], market.Dictionaries.Regions.All.Select(region => region.Name.In(Language.En)));
    }

    [Fact]
    public async Task A_market_that_begins_is_loaded_whole()
    {
        var held = await LoadAsync(null);
        _database.Commit(Numbered(1).Build());

        await IsLoadedAnewAsync(held);
    }

    private static Region TheForgeNamed(string name) => new(TheForge, LocalisedName.English(name));

    private static Character Named(CharacterId id, string name) => new(id, name, Noon);

    private Task<HeldMarket> LoadAsync(HeldMarket? held) => _database.Loading.CatchUpAsync(held, isToProve: false, default);

    private async Task<LiveMarket> FollowAsync(HeldMarket held)
    {
        var (memory, market) = await LoadAsync(held);
        Assert.Same(held.Memory, memory);
        return market;
    }

    private async Task IsLoadedAnewAsync(HeldMarket held)
    {
        var (memory, market) = await LoadAsync(held);
        Assert.NotSame(held.Memory, memory);
        Assert.Equal(_database.Version, market.Version);
        Assert.Equal(_database.Contracts.OrderBy(contract => contract.Id).Select(Held.Of), Held.AllOf(market));
    }
}
