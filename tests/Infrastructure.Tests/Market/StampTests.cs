using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Market;

/// <summary>A row whose visible values change is stamped with the version of its commit, and no other row is (decision 18).</summary>
public abstract class StampTests(DatabaseProvider provider) : MarketWriterTest(provider)
{
    private static readonly ContractId One = new(1);

    [SkippableFact]
    public async Task A_contract_carries_the_version_of_the_commit_that_listed_it()
    {
        await ListAsync(Row(1));
        await ListAsync(Row(2));

        Assert.Equal((1L, 2L, 2L), ((await ContractAsync(1)).ChangedIn, (await ContractAsync(2)).ChangedIn, await VersionAsync()));
    }

    [SkippableFact]
    public async Task One_change_is_one_version()
    {
        await ChangeAsync(async market =>
        {
            await market.ListAsync(TheForge, [Row(1), Row(2)], seenAt: null, default);
            await market.ListAsync(new RegionId(10000043), [Row(3)], seenAt: null, default);
            await market.CloseAsync([One], Clock.GetUtcNow(), default);
        });

        Assert.Equal(1, await VersionAsync());
        Assert.All(await QueryAsync(context => context.Set<Contract>().ToListAsync()), contract => Assert.Equal(1, contract.ChangedIn));
    }

    [SkippableFact]
    public async Task The_last_of_two_rows_with_one_id_counts()
    {
        await ListAsync(Row(1, price: 5), Row(1, price: 7));

        Assert.Equal(Isk.Of(7), (await ContractAsync(1)).Price);
    }

    [SkippableFact]
    public async Task An_unchanged_row_does_not_raise_the_version()
    {
        await ListAsync(Row(1), Row(2));
        await ListAsync(Row(1), Row(2, price: 7));

        Assert.Equal((1L, 2L), ((await ContractAsync(1)).ChangedIn, (await ContractAsync(2)).ChangedIn));
        await ListAsync(Row(1), Row(2, price: 7));
        Assert.Equal(2, await VersionAsync());
    }

    [SkippableFact]
    public async Task A_difference_that_no_answer_shows_is_written_without_a_stamp()
    {
        await ListAsync(Row(1));
        // An exchange has no collateral (M12), so only the fingerprint changes.
        var other = Row(1) with { Collateral = 3 };
        await ListAsync(other);

        var contract = await ContractAsync(1);
        Assert.Equal((other.Fingerprint(), 1L, 1L), (contract.Fingerprint, contract.ChangedIn, await VersionAsync()));
    }

    [SkippableFact]
    public async Task Missed_lines_do_not_raise_the_version_until_they_are_set_aside()
    {
        await ListAsync(Row(1));
        for (var attempt = 1; attempt < Contract.MaxLinesAttempts; attempt++)
        {
            await MissAsync();
            Assert.Equal((attempt, 1L), ((await ContractAsync(1)).LinesAttempts, await VersionAsync()));
        }

        await MissAsync();

        var contract = await ContractAsync(1);
        Assert.Equal((LinesState.SetAside, 2L, 2L), (contract.LinesState, contract.ChangedIn, await VersionAsync()));

        Assert.Equal(1, await ChangeAsync(market => market.RetryLinesAsync([], Contract.MaxLinesAttempts, default)));
        Assert.Equal((LinesState.Pending, 3L), ((await ContractAsync(1)).LinesState, await VersionAsync()));
    }

    [SkippableFact]
    public async Task Lines_are_stored_once_and_stamp_their_contract()
    {
        await ListAsync(Row(1), Row(2));
        await GiveAsync(1);
        await GiveAsync(1);

        var contract = await ContractAsync(1);
        Assert.Equal((2L, 1L, 2L), (contract.ChangedIn, (await ContractAsync(2)).ChangedIn, await VersionAsync()));
        Assert.Equal(24688, Assert.Single(contract.Lines).TypeId.Value);
    }

    [SkippableFact]
    public async Task Unchanged_bids_do_not_raise_the_version_and_changed_ones_do()
    {
        await ListAsync(Row(1, ContractType.Auction));
        await BidAsync((1, 5));
        await BidAsync((1, 5));
        Assert.Equal((2L, Clock.GetUtcNow()), (await VersionAsync(), (await ContractAsync(1)).BidsNextAttemptAt));

        await BidAsync((1, 5), (2, 9));
        Assert.Equal((3L, Isk.Of(9)), (await VersionAsync(), (await ContractAsync(1)).PriceNow));

        // The number of bids and the highest bid are as before; only the contract's page shows the difference.
        await BidAsync((2, 9), (3, 4));
        var auction = await ContractAsync(1);
        Assert.Equal((4L, 4L), (await VersionAsync(), auction.ChangedIn));
        Assert.Equal([2L, 3L], auction.Bids.Select(bid => bid.BidId).Order());
    }

    [SkippableFact]
    public async Task An_auction_that_becomes_an_exchange_forgets_its_bids()
    {
        await ListAsync(Row(1, ContractType.Auction), Row(2, ContractType.Auction));
        await BidAsync((1, 150));
        await ListAsync(Row(1), Row(2, ContractType.Auction));

        var contract = await ContractAsync(1);
        Assert.Equal((null, null, Isk.Of(100), null), (contract.CurrentBid, contract.BidCount, contract.PriceNow, contract.BidsNextAttemptAt));
        Assert.Empty(contract.Bids);
        Assert.Equal((3L, 3L), (contract.ChangedIn, await VersionAsync()));
    }

    [SkippableFact]
    public async Task Types_without_a_row_get_a_nameless_one_and_existing_rows_stay()
    {
        var rokh = ItemType.Known(new TypeId(24688), LocalisedName.English("Rokh"), new GroupId(27), CategoryId.Ship, null, true, 1, Issued);
        await ChangeAsync(market => market.NameAsync([rokh], default));

        var catalogue = await ChangeAsync(market => market.MeetTypesAsync([rokh.Id, new TypeId(34), new TypeId(34)], default));

        Assert.Equal((CatalogueEntry.Of(rokh), default), (catalogue(rokh.Id), catalogue(new TypeId(34))));
        var types = await QueryAsync(context => context.Set<ItemType>().AsNoTracking().OrderBy(type => type.Id).ToListAsync());
        Assert.Equal([(34, ItemType.NeverRead), (24688, Issued)], types.Select(type => (type.Id.Value, type.ReadAt)));
        Assert.True(types[1].SaysTheSameAs(rokh));
    }

    [SkippableFact]
    public async Task Missed_bids_do_not_raise_the_version()
    {
        await ListAsync(Row(1, ContractType.Auction));
        await ChangeAsync(market => market.TakeBidsAsync([One], auction => auction.MissBids(Clock.GetUtcNow()), default));

        Assert.Equal((1, 1L), ((await ContractAsync(1)).BidsAttempts, await VersionAsync()));
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_auction_whose_bids_were_read_before_its_lines_is_still_sorted_by_its_current_bid(bool given)
    {
        await ListAsync(Row(1, ContractType.Auction, price: 5));
        await BidAsync((1, 90));

        if (given) await GiveAsync(1);
        else await MissAsync();

        var stored = await QueryAsync(context => context.Set<Contract>().Where(contract => contract.PriceNow == Isk.Of(90)).CountAsync());
        Assert.Equal(1, stored);
    }

    [SkippableFact]
    public async Task A_contract_that_is_listed_again_keeps_its_earlier_closure()
    {
        await ListAsync(Row(1));
        await GiveAsync(1);
        await ChangeAsync(market => market.CloseAsync([One], Clock.GetUtcNow(), default));
        await ListAsync(Row(1));

        var contract = await ContractAsync(1);
        Assert.Equal((null, null, Clock.GetUtcNow(), ClosureEvidence.GoneEarly), (contract.ClosedAt, contract.Closure, contract.EarlierClosedAt!.Value, contract.EarlierClosure!.Value));
        Assert.Equal((4L, 1), (contract.ChangedIn, contract.Lines.Count));
    }

    [SkippableFact]
    public async Task A_closed_contract_is_not_closed_again()
    {
        await ListAsync(Row(1));
        Assert.Equal(1, await ChangeAsync(market => market.CloseAsync([One], Clock.GetUtcNow(), default)));

        Assert.Equal(0, await ChangeAsync(market => market.CloseAsync([One, new ContractId(2)], Clock.GetUtcNow().AddDays(1), default)));
        Assert.Equal((Clock.GetUtcNow(), 2L), ((await ContractAsync(1)).ClosedAt!.Value, await VersionAsync()));
    }

    [SkippableFact]
    public async Task A_name_is_stamped_when_it_is_new_or_changed_and_not_when_it_is_repeated()
    {
        await NameAsync("The Forge");
        await NameAsync("The Forge");
        Assert.Equal((1L, 1L), (await RegionStampAsync(), await VersionAsync()));

        await NameAsync("The Anvil");
        Assert.Equal((2L, 2L), (await RegionStampAsync(), await VersionAsync()));
    }

    [SkippableFact]
    public async Task Reference_data_that_no_answer_uses_does_not_raise_the_version()
    {
        Assert.Equal(1, await ChangeAsync(market => market.NameAsync([new MarketGroup(new MarketGroupId(4), null, LocalisedName.English("Ships"))], default)));

        Assert.Equal(0, await VersionAsync());
    }

    [SkippableFact]
    public async Task Contracts_that_a_type_changes_are_stamped_and_those_that_stay_are_not()
    {
        await ChangeAsync(market => market.NameAsync([ItemType.Unknown(new TypeId(24688), Issued), ItemType.Unknown(new TypeId(34), Issued)], default));
        await ListAsync(Row(1), Row(2));
        await GiveAsync(1);
        await GiveAsync(2, type: 34);
        var before = await VersionAsync();

        var rederived = await ChangeAsync(async market =>
        {
            await market.NameAsync([ItemType.Known(new TypeId(24688), LocalisedName.English("Rokh"), new GroupId(27), CategoryId.Ship, null, true, 1, Issued)], default);
            return await market.RederiveAsync([new TypeId(24688), new TypeId(34)], default);
        });

        Assert.Equal((1, before + 1), (rederived, await VersionAsync()));
        var (ship, other) = (await ContractAsync(1), await ContractAsync(2));
        Assert.Equal((true, before + 1, before), (ship.IsShipContract, ship.ChangedIn, other.ChangedIn));
    }

    [SkippableFact]
    public async Task A_contract_is_stamped_where_nothing_but_the_group_of_a_line_differs()
    {
        ItemType InGroup(int group) => ItemType.Known(new TypeId(34), LocalisedName.English("Tritanium"), new GroupId(group), new CategoryId(4), null, true, 1, Issued);
        async Task RederiveAsync(int group) => await ChangeAsync(async market =>
        {
            await market.NameAsync([InGroup(group)], default);
            return await market.RederiveAsync([new TypeId(34)], default);
        });
        await ListAsync(Row(1));
        await GiveAsync(1, type: 34);
        await RederiveAsync(18);

        await RederiveAsync(19);

        Assert.Equal(await VersionAsync(), (await ContractAsync(1)).ChangedIn);
    }

    private Task MissAsync() => ChangeAsync(market => market.GiveLinesAsync([One], contract => contract.MissLines(Clock.GetUtcNow(), accepted: false), default));

    private Task GiveAsync(long id, int type = 24688) => ChangeAsync(market => market.GiveLinesAsync(
        [new ContractId(id)],
        contract => contract.TakeLines([new ContractLine(contract.Id, id * 10, new TypeId(type), 1, isIncluded: true)], _ => default),
        default));

    private Task BidAsync(params (long Id, decimal Isk)[] bids) => ChangeAsync(market => market.TakeBidsAsync(
        [One],
        auction => auction.TakeBids([.. bids.Select(bid => new AuctionBid(auction.Id, bid.Id, Isk.Of(bid.Isk), Issued))], Clock.GetUtcNow()),
        default));

    private Task<int> NameAsync(string name) => ChangeAsync(market => market.NameAsync([new Region(TheForge, LocalisedName.English(name))], default));

    private Task<long> RegionStampAsync() => QueryAsync(context => context.Set<Region>().Select(region => region.ChangedIn).SingleAsync());
}

public sealed class StampsOnSqlite() : StampTests(DatabaseProvider.Sqlite);

public sealed class StampsOnPostgres() : StampTests(DatabaseProvider.Postgres);
