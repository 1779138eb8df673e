using HangarBay.Application.Market.Ports;
using HangarBay.Application.Reference;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Market;

/// <summary>
/// One change of the market, in the transaction that locks its row. <paramref name="version"/> is null while there is no market.
/// </summary>
internal sealed class MarketChange(MarketStore store, IMarketRow row, long? version, TimeProvider time) : IMarketChange
{
    /// <summary>How many contracts are in memory at once. A first sweep of The Forge lists 34,000.</summary>
    private const int AtOnce = 5_000;

    /// <summary>How many contracts are in memory at once with all their lines.</summary>
    private const int WithLinesAtOnce = 250;

    /// <summary>An instant of the last change that is further ahead than this came from a wrong clock.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly long _stamp = version + 1 ?? 0;

    /// <summary>Rows that were stamped, and contracts that were removed.</summary>
    public int Changed { get; private set; }

    /// <summary>See <see cref="InstantAsync"/>; null where nothing of the change needs it.</summary>
    public DateTimeOffset? Instant { get; private set; }

    public async Task<DateTimeOffset> InstantAsync(CancellationToken cancellationToken)
    {
        if (Instant is { } known) return known;
        // Both engines store milliseconds.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var last = await row.LastChangeAsync(cancellationToken);
        var instant = last >= now && last <= now + Skew ? last.Value.AddMilliseconds(1) : now;
        Instant = instant;
        return instant;
    }

    public async Task ListAsync(RegionId region, IReadOnlyCollection<ListedContract> rows, DateTimeOffset? seenAt, CancellationToken cancellationToken)
    {
        RequireMarket();
        foreach (var some in LastOfEachId(rows).Chunk(AtOnce))
        {
            var known = (await store.Contracts.LoadAsync(new ContractsOfIds([.. some.Select(listed => listed.Id)]), cancellationToken))
                .ToDictionary(contract => contract.Id);
            var auctions = known.Values.Where(contract => contract.Type == ContractType.Auction).Select(contract => contract.Id).ToList();
            var fresh = new List<Contract>();
            foreach (var listed in some)
            {
                if (known.TryGetValue(listed.Id, out var contract)) Do(contract, it => it.Relist(listed));
                else fresh.Add(Stamped(Contract.FromListing(listed, region, seenAt)));
            }

            await RemoveBidsAsync([.. auctions.Where(id => known[id].Type != ContractType.Auction)], cancellationToken);
            await store.Bulk.UpsertAsync(known.Values, cancellationToken);
            await store.Bulk.InsertAsync(fresh, cancellationToken);
        }
    }

    /// <summary>Removes the bids of contracts that were auctions and that the list now shows as another type.</summary>
    private async Task RemoveBidsAsync(IReadOnlyCollection<ContractId> contracts, CancellationToken cancellationToken)
    {
        if (contracts.Count == 0) return;
        var auctions = await store.Contracts.LoadAsync(new ContractsWithTheirBids(contracts), cancellationToken);
        await store.Contracts.RemoveAsync([.. auctions.SelectMany(auction => auction.Bids)], cancellationToken);
    }

    public async Task<int> CloseAsync(IReadOnlyCollection<ContractId> contracts, DateTimeOffset generation, CancellationToken cancellationToken)
    {
        RequireMarket();
        var closed = 0;
        foreach (var ids in contracts.Chunk(AtOnce))
        {
            var gone = await store.Contracts.LoadAsync(new OpenContractsOfIds(ids), cancellationToken);
            foreach (var contract in gone) Do(contract, it => it.Close(generation));
            await store.Bulk.UpsertAsync(gone, cancellationToken);
            closed += gone.Count;
        }

        return closed;
    }

    public async Task GiveLinesAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> give, CancellationToken cancellationToken)
    {
        RequireMarket();
        var (read, missed) = (new List<Contract>(), new List<Contract>());
        // In the order of ids, neighbours in the tables and their indexes are written one after another, which costs an engine far less.
        foreach (var contract in (await store.Contracts.LoadAsync(new StillPending(contracts), cancellationToken)).OrderBy(contract => contract.Id))
        {
            Do(contract, give);
            if (contract.LinesState == LinesState.Read) read.Add(contract);
            else if (contract.LinesNextAttemptAt is not null) missed.Add(contract);
        }

        await store.Bulk.UpdateAsync([.. read, .. missed], Contract.ColumnsOfLines, cancellationToken);
        await store.Bulk.InsertAsync([.. read.SelectMany(contract => contract.Lines)], cancellationToken);
    }

    public async Task<Func<TypeId, CatalogueEntry>> MeetTypesAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken)
    {
        var known = new KnownTypes();
        known.Learn(await store.Types.ListAsync(new TypesOfIds(types), cancellationToken));
        await NameAsync([.. known.Missing(types).Order().Select(ItemType.Mentioned)], cancellationToken);
        return known.EntryOf;
    }

    public async Task TakeBidsAsync(IReadOnlyCollection<ContractId> contracts, Action<Contract> take, CancellationToken cancellationToken)
    {
        RequireMarket();
        var (asked, placed, withdrawn) = (new List<Contract>(), new List<AuctionBid>(), new List<AuctionBid>());
        foreach (var auction in await store.Contracts.LoadAsync(new OpenAuctions(contracts), cancellationToken))
        {
            var (bids, attempts, next) = (auction.Bids.ToList(), auction.BidsAttempts, auction.BidsNextAttemptAt);
            Do(auction, take);
            var hasOtherBids = !auction.Bids.SequenceEqual(bids);
            if (!hasOtherBids && (auction.BidsAttempts, auction.BidsNextAttemptAt) == (attempts, next)) continue;
            asked.Add(auction);
            placed.AddRange(auction.Bids.Except(bids));
            withdrawn.AddRange(bids.Except(auction.Bids));
            if (hasOtherBids && auction.ChangedIn != _stamp) Stamped(auction);
        }

        await store.Bulk.UpdateAsync(asked, Contract.ColumnsOfBids, cancellationToken);
        await store.Bulk.InsertAsync(placed, cancellationToken);
        await store.Contracts.RemoveAsync(withdrawn, cancellationToken);
    }

    public async Task<int> RetryLinesAsync(IReadOnlyCollection<ContractId> contracts, int attempts, CancellationToken cancellationToken)
    {
        if (version is null) return 0;
        var setAside = await store.Contracts.LoadAsync(new SetAsideLines(contracts), cancellationToken);
        foreach (var contract in setAside) Do(contract, it => it.RetryLines(attempts));
        await store.Bulk.UpdateAsync(setAside, Contract.ColumnsOfLines, cancellationToken);
        return setAside.Count;
    }

    public async Task<int> RederiveAsync(IReadOnlyCollection<TypeId> types, CancellationToken cancellationToken)
    {
        if (types.Count == 0) return 0;
        var (known, rederived) = (new KnownTypes(), 0);
        foreach (var ids in (await store.Contracts.ListAsync(new ContractsOffering(types), cancellationToken)).Chunk(WithLinesAtOnce))
            rederived += await RederiveAsync(ids, known, cancellationToken);
        return rederived;
    }

    public async Task<int> NameAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0) return 0;
        foreach (var named in rows.OfType<IFollowed>()) named.Stamp(_stamp);
        var written = await store.Bulk.UpsertAsync(rows, cancellationToken);
        if (typeof(T).IsAssignableTo(typeof(IFollowed))) Changed += written;
        return written;
    }

    public async Task<int> PruneAsync(DateTimeOffset closedBefore, int limit, CancellationToken cancellationToken)
    {
        RequireMarket();
        // A removed row cannot show that it was closed. So every process that may still follow the market must have seen the closing.
        var removed = await PruneKnownAsync(await row.OldestMarkAsync(cancellationToken));
        if (removed == 0) removed = await PruneKnownAsync(await row.ForgetMarksAsync(time.GetUtcNow() - MarketMark.Longest, cancellationToken));
        Changed += removed;
        return removed;

        async Task<int> PruneKnownAsync(long? known) =>
            known is { } changedIn ? await store.Contracts.RemoveClosedAsync(closedBefore, changedIn, limit, cancellationToken) : 0;
    }

    private async Task<int> RederiveAsync(ContractId[] ids, KnownTypes known, CancellationToken cancellationToken)
    {
        RequireMarket();
        var affected = await store.Contracts.LoadAsync(new ContractsWithTheirLines(ids), cancellationToken);
        var offered = affected.SelectMany(contract => contract.Lines).Where(line => line.IsIncluded).Select(line => line.TypeId);
        if (known.Missing(offered) is { Count: > 0 } unlearnt) known.Learn(await store.Types.ListAsync(new TypesOfIds(unlearnt), cancellationToken));
        var differing = affected.Where(contract => contract.Rederive(known.EntryOf)).Select(Stamped).ToList();
        // A contract is written even where only a line's group changed, because that changes its stamp too.
        await store.Bulk.UpdateAsync(differing, Contract.ColumnsOfLines, cancellationToken);
        await store.Bulk.UpdateAsync([.. differing.SelectMany(contract => contract.Lines)], ContractLine.ColumnsOfType, cancellationToken);
        return differing.Count;
    }

    /// <summary>Stamps the contract if anything visible of it differs afterwards.</summary>
    private void Do(Contract contract, Action<Contract> verb)
    {
        var visible = contract.Visible;
        verb(contract);
        if (visible != contract.Visible) Stamped(contract);
    }

    private Contract Stamped(Contract contract)
    {
        contract.Stamp(_stamp);
        Changed++;
        return contract;
    }

    private void RequireMarket()
    {
        if (version is null) throw new InvalidOperationException("Contracts can be written only after their source is claimed.");
    }

    private static IEnumerable<ListedContract> LastOfEachId(IReadOnlyCollection<ListedContract> rows)
    {
        var last = new Dictionary<ContractId, ListedContract>(rows.Count);
        foreach (var listed in rows) last[listed.Id] = listed;
        return last.Count == rows.Count ? rows : last.Values;
    }
}
