using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.SeedingMarket;

/// <summary>
/// Writes an archive in batches, each in a transaction of its own: contracts first, then the lines and bids of those that have none. What
/// is stored already stays unchanged, so that an interrupted seeding continues where it stopped.
/// </summary>
internal sealed class SeedWriter(
    IReadRepository<Contract> contracts,
    IMarketWriter market,
    IOptions<MarketOptions> options,
    TimeProvider time)
{
    public async Task<SeedResult.Seeded> WriteAsync(
        ISeedArchive archive, RowBatches batches, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var listed = 0;
        await foreach (var batch in batches.OfAsync(archive.ContractsAsync(cancellationToken), cancellationToken))
        {
            listed += await ListAsync(batch, batches, cancellationToken);
            progress?.Report(new SyncProgress(SyncPhase.Seeding, 0, listed));
        }

        var withLines = 0;
        await foreach (var batch in batches.OfAsync(archive.LinesAsync(cancellationToken), cancellationToken))
        {
            withLines += await TakeLinesAsync(batch, batches, cancellationToken);
            progress?.Report(new SyncProgress(SyncPhase.Seeding, withLines, Math.Max(listed, withLines)));
        }

        await foreach (var batch in batches.OfAsync(archive.BidsAsync(cancellationToken), cancellationToken))
            await TakeBidsAsync(batch, cancellationToken);
        return new SeedResult.Seeded(listed, withLines, batches.SetAside);
    }

    /// <summary>Contracts past their date, or of a region that is not covered, are left out and not counted as set aside.</summary>
    private async Task<int> ListAsync(IReadOnlyList<SeededContract> batch, RowBatches batches, CancellationToken cancellationToken)
    {
        var covered = options.Value.RegionIds.ToHashSet();
        var sound = batch.Where(row => IsCovered(row, covered) && IsSound(row, batches)).ToList();
        return await market.ChangeAsync(
            async (change, token) =>
            {
                var known = (await contracts.ListAsync(new KnownContracts([.. sound.Select(row => row.Row.Id)]), token)).ToHashSet();
                var fresh = sound.Where(row => !known.Contains(row.Row.Id)).ToLookup(row => row.RegionId, row => row.Row);
                foreach (var region in fresh) await change.ListAsync(region.Key, [.. region], seenAt: null, token);
                return fresh.Sum(region => region.DistinctBy(row => row.Id).Count());
            },
            cancellationToken);
    }

    private bool IsCovered(SeededContract contract, HashSet<RegionId> covered) =>
        contract.Row.DateExpired > time.GetUtcNow() && (covered.Count > 0 ? covered.Contains(contract.RegionId) : contract.RegionId.IsMarket);

    private static bool IsSound(SeededContract contract, RowBatches batches)
    {
        var subject = $"contract {contract.Row.Id}";
        if (contract.UnknownType) batches.Add(new Surprise(subject, "The contract's type is unknown; it was kept as unknown."));
        if (contract.Row.FindFlaw() is not { } flaw) return true;
        batches.Add(new Surprise(subject, flaw));
        return false;
    }

    private async Task<int> TakeLinesAsync(IReadOnlyList<SeededLines> batch, RowBatches batches, CancellationToken cancellationToken)
    {
        var ids = batch.Select(contract => contract.Id).ToList();
        var waiting = (await contracts.ListAsync(new WaitingForLines(ids), cancellationToken)).ToHashSet();
        var lines = batch.Where(contract => waiting.Contains(contract.Id)).ToDictionary(contract => contract.Id, contract => contract.Lines);
        if (lines.Count == 0) return 0;

        var (read, refused) = await market.ChangeAsync(
            async (change, token) =>
            {
                var catalogue = await change.MeetTypesAsync([.. lines.Values.SelectMany(some => some).Select(line => line.TypeId).Distinct()], token);
                var (taken, surprises) = (0, new List<Surprise>());
                await change.GiveLinesAsync(
                    [.. lines.Keys],
                    contract =>
                    {
                        if (contract.TryTake(lines[contract.Id], catalogue) is not { } flaw) taken++;
                        else surprises.Add(new Surprise($"items of contract {contract.Id}", flaw));
                    },
                    token);
                return (taken, surprises);
            },
            cancellationToken);
        // Added once, even where the change had to be tried several times.
        refused.ForEach(batches.Add);
        return read;
    }

    /// <summary>
    /// Stores bids of auctions whose bids are unread. The bids are as old as the archive, so they are due to be read again at once.
    /// </summary>
    private Task<int> TakeBidsAsync(IReadOnlyList<SeededBids> batch, CancellationToken cancellationToken) => market.ChangeAsync(
        async (change, token) =>
        {
            var bids = batch.ToDictionary(auction => auction.Id, auction => auction.Bids);
            var taken = 0;
            await change.TakeBidsAsync(
                bids.Keys,
                auction =>
                {
                    if (auction.BidCount is not null) return;
                    auction.TakeBids(bids[auction.Id], time.GetUtcNow());
                    taken++;
                },
                token);
            return taken;
        },
        cancellationToken);
}
