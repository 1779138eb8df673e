using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Market.Ports;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>The queries for auctions that wait for bids and for contracts that were set aside, on both engines.</summary>
public abstract class WorkListTests(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly DateTimeOffset Now = Issued.AddDays(1);

    [SkippableFact]
    public async Task Bids_are_due_on_live_auctions_those_never_read_first_then_those_that_end_first()
    {
        var (never, later, due, closed) = (Auction(1), Auction(2), Auction(3), Auction(4));
        later.TakeBids([], Now.AddMinutes(1));
        due.TakeBids([], Now);
        closed.Close(Now);
        await GivenAsync(Exchange(5), due, later, never, closed);

        Assert.Equal([1L, 3L], await IdsAsync(new BidsDue(Now, 10)));
        Assert.Equal([1L], await IdsAsync(new BidsDue(Now, 1)));
        Assert.Empty(await IdsAsync(new BidsDue(due.DateExpired, 10)));
    }

    [SkippableFact]
    public async Task Lines_are_due_of_the_regions_named_or_of_all()
    {
        await GivenAsync(Exchange(1), Auction(2), Courier(3));

        Assert.Equal([1L, 2L], (await IdsAsync(new LinesDue(Now, 10))).Order());
        Assert.Equal([1L, 2L], (await IdsAsync(new LinesDue(Now, 10, [TheForge]))).Order());
        Assert.Empty(await IdsAsync(new LinesDue(Now, 10, [new RegionId(10000043)])));
        Assert.Empty(await IdsAsync(new LinesDue(Now, 10, [])));
    }

    [SkippableFact]
    public async Task Open_auctions_come_with_their_bids()
    {
        var (auction, closed) = (Auction(1), Auction(2));
        auction.TakeBids([new AuctionBid(auction.Id, 7, Isk.Of(5), Now)], Now);
        closed.Close(Now);
        await GivenAsync(auction, closed, Auction(3));

        var found = await InScopeAsync(services => services.GetRequiredService<IReadRepository<Contract>>()
            .ListAsync(new OpenAuctions([auction.Id, closed.Id, new ContractId(9)]), default));

        Assert.Equal(7, Assert.Single(Assert.Single(found).Bids).BidId);
    }

    [SkippableFact]
    public async Task Contracts_set_aside_are_found_by_id_or_all_at_once_unless_they_are_closed()
    {
        Contract[] contracts = [SetAside(1), SetAside(2), SetAside(3), Exchange(4)];
        contracts[2].Close(Now);
        await GivenAsync(contracts);

        Assert.Equal([1L, 2L], (await IdsAsync(new SetAsideLines([]))).Order());
        Assert.Equal([2L], await IdsAsync(new SetAsideLines([new ContractId(2), new ContractId(3), new ContractId(4)])));
    }

    [SkippableFact]
    public async Task Live_contracts_set_aside_are_due_from_their_next_attempt_and_the_earliest_comes_first()
    {
        var (closed, later, earlier, pending) = (SetAside(1), SetAside(2, Now), SetAside(3, Now.AddHours(-1)), Exchange(4));
        closed.Close(Now);
        pending.MissLines(Now, accepted: false);
        await GivenAsync(closed, later, earlier, pending, SetAside(5, Now.AddTicks(TimeSpan.TicksPerMillisecond)));

        Assert.Equal([3L, 2L], await IdsAsync(new SetAsideDue(Now, 10)));
        Assert.Equal([3L], await IdsAsync(new SetAsideDue(Now, 1)));
        Assert.Empty(await IdsAsync(new SetAsideDue(later.DateExpired, 10)));
    }

    [SkippableFact]
    public async Task Contracts_are_loaded_with_their_bids_in_any_state()
    {
        var (auction, closed) = (Auction(1), Auction(2));
        auction.TakeBids([new AuctionBid(auction.Id, 7, Isk.Of(5), Now)], Now);
        closed.TakeBids([new AuctionBid(closed.Id, 8, Isk.Of(5), Now)], Now);
        closed.Close(Now);
        await GivenAsync(auction, closed, Auction(3));

        var found = await InScopeAsync(services => services.GetRequiredService<IMarketContracts>()
            .LoadAsync(new ContractsWithTheirBids([auction.Id, closed.Id]), default));

        Assert.Equal([7L, 8L], found.SelectMany(contract => contract.Bids).Select(bid => bid.BidId).Order());
    }

    [SkippableFact]
    public async Task Types_without_a_name_are_asked_for_those_never_asked_first()
    {
        var known = ItemType.Known(new TypeId(587), LocalisedName.English("Rifter"), new GroupId(25), CategoryId.Ship, null, true, 1, Issued);
        await GivenAsync(known, ItemType.Unknown(new TypeId(1), Now), ItemType.Mentioned(new TypeId(3)), ItemType.Unknown(new TypeId(2), Now.AddHours(1)));

        Assert.Equal([3, 1], await TypesAsync(new TypesToAsk(Now, 10)));
        Assert.Equal([3], await TypesAsync(new TypesToAsk(Now, 1)));
        Assert.Equal([2, 3], (await TypesAsync(new NamelessTypes([new TypeId(2), new TypeId(3), known.Id]))).Order());
    }

    [SkippableFact]
    public async Task Pending_contracts_are_loaded_with_the_columns_that_concern_lines()
    {
        var (auction, read, closed) = (Auction(1), WithLines(2), Exchange(3));
        auction.TakeBids([new AuctionBid(auction.Id, 7, Isk.Of(5), Now)], Now);
        auction.MissLines(Now, accepted: true);
        closed.Close(Now);
        await GivenAsync(auction, read, closed, Courier(4), SetAside(5));

        var found = Assert.Single(await InScopeAsync(services => services.GetRequiredService<IMarketContracts>()
            .LoadAsync(new StillPending([.. Enumerable.Range(1, 6).Select(id => new ContractId(id))]), default)));

        Assert.Equal(auction.Id, found.Id);
        Assert.Equal((1, true, Isk.Of(5), Isk.Of(1)), (found.LinesAttempts, found.AcceptedSeen, found.PriceNow!.Value, found.Price!.Value));
        Assert.True(found.ChangedIn > 0);
    }

    [SkippableFact]
    public async Task Open_contracts_are_found_by_id_and_closed_ones_by_when_they_were_closed()
    {
        var closed = Exchange(1);
        closed.Close(Now);
        await GivenAsync(closed, Exchange(2), Exchange(3));

        Assert.Equal([2L], await IdsAsync(new OpenContractsOfIds([new ContractId(1), new ContractId(2)])));
        Assert.Equal(1L, (await ClosedBeforeAsync(Now.AddMilliseconds(1)))?.Value);
        Assert.Null(await ClosedBeforeAsync(Now));
    }

    private Task<ContractId?> ClosedBeforeAsync(DateTimeOffset instant) => InScopeAsync(services =>
        services.GetRequiredService<IReadRepository<Contract>>().FirstOrDefaultAsync(new ClosedBefore(instant), default));

    private static Contract SetAside(long id, DateTimeOffset? nextAttempt = null)
    {
        var contract = Exchange(id);
        for (var attempt = 0; attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(nextAttempt ?? Now, accepted: false);
        return contract;
    }

    private async Task<IEnumerable<int>> TypesAsync(Specification<ItemType, TypeId> specification) =>
        (await InScopeAsync(services => services.GetRequiredService<IReadRepository<ItemType>>().ListAsync(specification, default))).Select(id => id.Value);

    private async Task<IEnumerable<long>> IdsAsync(Specification<Contract, ContractId> specification) =>
        (await InScopeAsync(services => services.GetRequiredService<IReadRepository<Contract>>().ListAsync(specification, default))).Select(id => id.Value);

    private async Task<IEnumerable<long>> IdsAsync(Specification<Contract> specification) =>
        (await InScopeAsync(services => services.GetRequiredService<IReadRepository<Contract>>().ListAsync(specification, default))).Select(contract => contract.Id.Value);
}

public sealed class WorkListOnSqlite() : WorkListTests(DatabaseProvider.Sqlite);

public sealed class WorkListOnPostgres() : WorkListTests(DatabaseProvider.Postgres);
