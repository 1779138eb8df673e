using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Auctions' bids are read, and read again when due (M5). The known bids are shown.</summary>
public abstract class BidsTests(DatabaseProvider provider) : SyncTest(provider)
{
    private static readonly TimeSpan Floor = TimeSpan.FromMinutes(10);

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 3000 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        // Few calls at once, so that their errors do not spend the error budget. The governor would wait for it in real time.
        Settings["Sync:ItemsAtOnce"] = "2";
        await SweepWellAsync();
        Assert.InRange(Open().Count, 10, 60);
    }

    [SkippableFact]
    public async Task The_bids_on_every_auction_are_read_and_nothing_else_is_asked_for_any()
    {
        var result = await ReadAllAsync();

        Assert.Equal(Open().Count, result.Read);
        Assert.Equal((await AuctionsAsync()).Where(IsLive).Select(auction => auction.Id.Value), AskedBids().Order());
        await ThenTheBidsAreAsTheSandboxKnowsAsync();
        Assert.Contains(await AuctionsAsync(), auction => auction is { BidCount: 0, CurrentBid: null });
        Assert.Contains(await AuctionsAsync(), auction => auction is { BidCount: > 0, CurrentBid: not null });
    }

    [SkippableFact]
    public async Task They_are_read_again_when_due_and_not_before()
    {
        await ReadAllAsync();
        Esi.Requests.Clear();

        Assert.True((await SendAsync(new ReadBids())).NothingDue);
        Clock.Advance(Floor - TimeSpan.FromSeconds(1));
        Assert.True((await SendAsync(new ReadBids())).NothingDue);
        Assert.Empty(AskedBids());

        Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Open().Count, (await ReadAllAsync()).Read);
        Assert.Equal(AskedBids().Count, AskedBids().Distinct().Count());
    }

    [SkippableFact]
    public async Task Bids_that_came_meanwhile_appear_and_the_old_ones_stay()
    {
        await ReadAllAsync();
        var before = (await AuctionsAsync()).ToDictionary(auction => auction.Id, auction => auction.Bids.Select(bid => bid.BidId).ToHashSet());
        Clock.Advance(TimeSpan.FromDays(2));
        await SweepWellAsync();

        await ReadAllAsync();

        await ThenTheBidsAreAsTheSandboxKnowsAsync();
        var known = (await AuctionsAsync()).Where(auction => IsLive(auction) && before.ContainsKey(auction.Id)).ToList();
        Assert.All(known, auction => Assert.Superset(before[auction.Id], auction.Bids.Select(bid => bid.BidId).ToHashSet()));
        Assert.Contains(known, auction => auction.Bids.Count > before[auction.Id].Count);
    }

    [SkippableTheory]
    [InlineData(500)]
    [InlineData(403)]
    public async Task A_bids_route_that_fails_keeps_what_is_known_and_is_asked_again_later(int status)
    {
        await ReadAllAsync();
        var before = await KnownAsync();
        Clock.Advance(Floor);
        var fault = new StatusFault(status) { Path = "/bids/" };
        Esi.Faults.Add(fault);

        var failed = await SendAsync(new ReadBids());

        Assert.Equal((0, status == 500), (failed.Read, failed.GaveUp));
        Assert.True(failed.Missed > 0);
        Assert.Equal(before, await KnownAsync());
        Assert.Equal(failed.Missed, (await AuctionsAsync()).Count(auction => auction.BidsAttempts == 1));

        Esi.Faults.Remove(fault);
        Clock.Advance(Floor);
        await ReadAllAsync();
        Assert.All((await AuctionsAsync()).Where(IsLive).Where(auction => Open().Contains(auction.Id.Value)), auction => Assert.Equal(0, auction.BidsAttempts));
        await ThenTheBidsAreAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task One_auction_without_an_answer_does_not_stop_the_others()
    {
        var poor = Open().First();
        Esi.Faults.Add(new StatusFault(500) { Path = $"/bids/{poor}" });

        await ReadAllAsync();

        Assert.Equal(poor, Assert.Single((await AuctionsAsync()).Where(auction => Open().Contains(auction.Id.Value)), auction => auction.BidCount is null).Id.Value);
    }

    [SkippableFact]
    public async Task A_whole_round_reads_them_too()
    {
        Clock.Advance(NextGeneration);

        await SyncAsync();

        await ThenItIsAsTheSandboxKnowsAsync();
    }

    [SkippableFact]
    public async Task The_row_and_the_page_of_an_auction_show_its_bids()
    {
        await ReadAllAsync();
        var truth = Esi.Market.Truth(Forge).First(contract => contract is { IsOpen: true, Terms.IsAuction: true, Bids.Count: > 1 });
        var highest = (decimal)truth.Bids.Max(bid => bid.Amount);

        var page = await SendAsync(new GetContract { ContractId = new ContractId(truth.Terms.Id) });
        var rows = await SendAsync(new BrowseContracts { ContractTypes = [ContractType.Auction], Size = 100 });

        Assert.Equal((highest, truth.Bids.Count), (page!.CurrentBid!.Value.Amount, page.BidCount));
        Assert.Equal(truth.Bids.Select(bid => bid.Id).Order(), page.Bids.Select(bid => bid.BidId).Order());
        var row = rows.Items.Single(row => row.ContractId == truth.Terms.Id);
        Assert.Equal((highest, truth.Bids.Count), (row.CurrentBid!.Value.Amount, row.BidCount));
    }

    private bool IsLive(Contract auction) => auction.IsLive(Clock.GetUtcNow());

    /// <summary>The auctions whose bids ESI answers.</summary>
    private HashSet<long> Open() =>
        [.. Esi.Market.Truth(Forge).Where(contract => contract is { IsOpen: true, Terms.IsAuction: true } && contract.Expires > Clock.GetUtcNow()).Select(contract => contract.Terms.Id)];

    private IReadOnlyList<long> AskedBids() =>
        [.. Asked("bids/{contract_id}").Select(request => long.Parse(request.Path.Split('/', '?')[4], System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<BidsResult> ReadAllAsync()
    {
        var (read, missed) = (0, 0);
        while (await SendAsync(new ReadBids()) is { NothingDue: false } batch) (read, missed) = (read + batch.Read, missed + batch.Missed);
        return new BidsResult(read, missed);
    }

    private Task<List<Contract>> AuctionsAsync() => QueryAsync(context => context.Set<Contract>().AsNoTracking().Include(contract => contract.Bids)
        .Where(contract => contract.Type == ContractType.Auction && contract.ClosedAt == null).OrderBy(contract => contract.Id).ToListAsync());

    private async Task<List<string>> KnownAsync() => (await AuctionsAsync()).ConvertAll(auction =>
        $"{auction.Id} {auction.BidCount} {auction.CurrentBid} {string.Join(',', auction.Bids.Select(bid => $"{bid.BidId}:{bid.Amount}:{bid.PlacedAt:O}").Order())}");

    private async Task ThenTheBidsAreAsTheSandboxKnowsAsync()
    {
        var truth = Esi.Market.Truth(Forge).ToDictionary(contract => contract.Terms.Id);
        Assert.All((await AuctionsAsync()).Where(auction => Open().Contains(auction.Id.Value)), auction =>
        {
            var bids = truth[auction.Id.Value].Bids;
            Assert.Equal(
                bids.Select(bid => (bid.Id, (decimal)bid.Amount, bid.At)).Order(),
                auction.Bids.Select(bid => (bid.BidId, bid.Amount.Amount, bid.PlacedAt)).Order());
            Assert.Equal((bids.Count, bids.Count == 0 ? null : (decimal?)bids.Max(bid => bid.Amount)), (auction.BidCount, auction.CurrentBid?.Amount));
        });
    }
}

public sealed class BidsOnSqlite() : BidsTests(DatabaseProvider.Sqlite);

public sealed class BidsOnPostgres() : BidsTests(DatabaseProvider.Postgres);
