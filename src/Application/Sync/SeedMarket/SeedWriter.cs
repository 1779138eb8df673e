using HangarBay.Application.Abstractions;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.SeedMarket;

/// <summary>
/// Writes an archive in batches, each in a transaction of its own: contracts first, then the lines and bids of those that
/// have none. Whatever is there already is left alone, so that seeding goes on where it was cut off.
/// </summary>
internal sealed class SeedWriter(
    IReadRepository<Contract> contracts,
    IRepository<MarketState> market,
    IBulkWriter bulk,
    IOpenTallies tallies,
    IOpenLines openLines,
    CatalogueFiller catalogue,
    PatientTransaction transaction,
    IUnitOfWork unitOfWork,
    IOptions<MarketOptions> options,
    IOptions<SyncOptions> sync,
    TimeProvider time)
{
    private readonly KnownTypes _types = new();

    public async Task<SeedResult.Seeded> WriteAsync(
        ISeedArchive archive, RowBatches batches, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var listed = 0;
        await foreach (var batch in batches.OfAsync(archive.ContractsAsync(cancellationToken), cancellationToken))
        {
            listed += await InTransactionAsync(token => ListAsync(batch, batches, token), cancellationToken);
            progress?.Report(new SyncProgress(SyncPhase.Seeding, 0, listed));
        }

        var withLines = 0;
        await foreach (var batch in batches.OfAsync(archive.LinesAsync(cancellationToken), cancellationToken))
        {
            withLines += await TakeLinesAsync(batch, batches, cancellationToken);
            progress?.Report(new SyncProgress(SyncPhase.Seeding, withLines, Math.Max(listed, withLines)));
        }

        await foreach (var batch in batches.OfAsync(archive.BidsAsync(cancellationToken), cancellationToken))
            await InTransactionAsync(token => TakeBidsAsync(batch, token), cancellationToken);
        return new SeedResult.Seeded(listed, withLines, batches.SetAside);
    }

    /// <summary>What is past its date, or of a region that is not covered, is no loss and no surprise.</summary>
    private async Task<int> ListAsync(IReadOnlyList<SeededContract> batch, RowBatches batches, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var covered = options.Value.RegionIds.ToHashSet();
        var known = (await contracts.ListAsync(new KnownContracts([.. batch.Select(row => row.Row.Id)]), cancellationToken)).ToHashSet();
        var fresh = new List<Contract>();
        foreach (var (row, region, unknownType) in batch)
        {
            if (row.DateExpired <= now || known.Contains(row.Id)) continue;
            if (covered.Count > 0 ? !covered.Contains(region) : !region.IsMarket) continue;
            if (unknownType) batches.Add(new Surprise($"contract {row.Id}", "The contract's type is unknown; it was kept as unknown."));
            if (row.FindFlaw() is { } flaw) batches.Add(new Surprise($"contract {row.Id}", flaw));
            else fresh.Add(Contract.List(row, region));
        }

        await bulk.InsertAsync(fresh, cancellationToken);
        await RecountAsync(fresh, cancellationToken);
        return fresh.Count;
    }

    private async Task<int> TakeLinesAsync(IReadOnlyList<SeededLines> batch, RowBatches batches, CancellationToken cancellationToken)
    {
        var ids = batch.Select(contract => contract.Id).ToList();
        var waiting = (await contracts.ListAsync(new WaitingForLines(ids), cancellationToken)).Select(contract => contract.Id).ToHashSet();
        var lines = batch.Where(contract => waiting.Contains(contract.Id)).ToDictionary(contract => contract.Id, contract => contract.Lines);
        if (lines.Count == 0) return 0;

        // ESI is asked for types that nobody told of yet; the catalogue keeps them whatever becomes of this batch.
        var types = lines.Values.SelectMany(some => some).Select(line => line.TypeId).Distinct().ToList();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = sync.Value.ItemsAtOnce, CancellationToken = cancellationToken };
        foreach (var id in await catalogue.EnsureAsync(types, _types, parallel, cancellationToken)) batches.Add(new Surprise($"type {id}", "ESI does not know the type."));

        return await InTransactionAsync(
            async token =>
            {
                var read = new List<Contract>();
                foreach (var contract in await contracts.ListAsync(new WaitingForLines([.. lines.Keys]), token))
                {
                    if (_types.Cover(lines[contract.Id]) && TryTake(contract, lines[contract.Id], batches)) read.Add(contract);
                }

                await bulk.UpdateAsync(read, Contract.OfItems, token);
                await bulk.InsertAsync(read.SelectMany(contract => contract.Items).ToList(), token);
                await openLines.AddAsync(read, token);
                await RecountAsync(read, token);
                return read.Count;
            },
            cancellationToken);
    }

    private Task RecountAsync(IEnumerable<Contract> written, CancellationToken cancellationToken) =>
        tallies.RecountAsync([.. written.Select(contract => contract.RegionId).Distinct()], cancellationToken);

    private bool TryTake(Contract contract, IReadOnlyList<ContractItem> lines, RowBatches batches)
    {
        try
        {
            contract.TakeItems(lines, _types.EntryOf);
            return true;
        }
        catch (DomainException exception)
        {
            batches.Add(new Surprise($"items of contract {contract.Id}", exception.Message));
            return false;
        }
    }

    /// <summary>As old as the archive: whoever reads bids may read them again at once.</summary>
    private async Task<int> TakeBidsAsync(IReadOnlyList<SeededBids> batch, CancellationToken cancellationToken)
    {
        var bids = batch.ToDictionary(auction => auction.Id, auction => auction.Bids);
        var auctions = await contracts.ListAsync(new WaitingForBids([.. bids.Keys]), cancellationToken);
        foreach (var auction in auctions) auction.TakeBids(bids[auction.Id], time.GetUtcNow());
        await bulk.UpsertAsync(auctions, cancellationToken);
        return await bulk.UpsertAsync(auctions.SelectMany(auction => auction.Bids).ToList(), cancellationToken);
    }

    private Task<int> InTransactionAsync(Func<CancellationToken, Task<int>> write, CancellationToken cancellationToken) => transaction.RunAsync(
        async token =>
        {
            // First, so that whoever commits meanwhile is noticed (M7).
            var state = await market.FindAsync(MarketState.OnlyId, token);
            var written = await write(token);
            if (written > 0) state?.Changed(time.GetUtcNow());
            await unitOfWork.SaveChangesAsync(token);
            return written;
        },
        cancellationToken);
}
