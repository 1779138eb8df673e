using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Sync.SweepRegion;

/// <summary>Brings the stored region to what a whole list says, inside the sweep's transaction.</summary>
internal sealed class DifferenceWriter(
    IReadRepository<Contract> contracts,
    IRepository<MarketState> market,
    IBulkWriter bulk,
    IOpenTallies tallies,
    IOpenLines lines,
    Quarantine quarantine)
{
    private const int RowsAtOnce = 5_000;

    public async Task<SweepResult> WriteAsync(
        RegionCoverage coverage, ListReading.Whole list, SweepSchedule schedule, CancellationToken cancellationToken)
    {
        if (coverage.AsOf > list.Generation) return Supersede(coverage, schedule);

        var stored = await contracts.ListAsync(new OpenListings(coverage.Id), cancellationToken);
        var difference = new Difference(list, stored);
        if (coverage.MustHold(difference.GoneEarly, stored.Count, list.Generation))
        {
            var reason = $"The list lacks {difference.GoneEarly} of {stored.Count} contracts; that waits for the next generation to confirm it.";
            coverage.Hold(list.Generation, reason, schedule);
            return new SweepResult.KeptOldState(reason);
        }

        await RelistAsync(coverage, difference, cancellationToken);
        await CloseAsync(difference, list.Generation, cancellationToken);
        if (!difference.IsEmpty) await tallies.RecountAsync([coverage.Id], cancellationToken);
        await quarantine.AddAsync(list.Surprises, coverage.Id, cancellationToken);
        coverage.Complete(list.Generation, list.Pages, difference.Listed, schedule);
        (await market.FindAsync(MarketState.OnlyId, cancellationToken))?.Changed(schedule.Now);
        return new SweepResult.Swept(
            difference.New.Count, difference.Gone.Count, difference.Changed.Count, difference.Unchanged, list.Surprises.Count);
    }

    private static SweepResult.KeptOldState Supersede(RegionCoverage coverage, SweepSchedule schedule)
    {
        const string reason = "ESI sent an older list than the one stored.";
        coverage.KeepOldState(SweepOutcome.Superseded, reason, schedule);
        return new SweepResult.KeptOldState(reason);
    }

    /// <summary>New ones may be old acquaintances that were closed: those keep their lines and are live again.</summary>
    private async Task RelistAsync(RegionCoverage coverage, Difference difference, CancellationToken cancellationToken)
    {
        foreach (var rows in difference.Rows.Chunk(RowsAtOnce))
        {
            var known = await LoadAsync([.. rows.Select(row => row.Contract.Id)], cancellationToken);
            foreach (var row in rows.Where(row => known.ContainsKey(row.Contract.Id))) known[row.Contract.Id].Relist(row.Contract);
            var fresh = rows.Where(row => !known.ContainsKey(row.Contract.Id)).Select(row => Contract.List(row.Contract, coverage.Id));
            await bulk.UpsertAsync(known.Values, cancellationToken);
            await bulk.InsertAsync([.. fresh], cancellationToken);
            await lines.RefreshAsync([.. known.Values.Where(contract => contract.ItemsState == ItemsState.Read).Select(contract => contract.Id)], cancellationToken);
        }
    }

    private async Task CloseAsync(Difference difference, DateTimeOffset generation, CancellationToken cancellationToken)
    {
        foreach (var listings in difference.Gone.Chunk(RowsAtOnce))
        {
            // One closed since the comparison was another process's: the commit that follows will notice, and is none.
            var known = await LoadAsync([.. listings.Select(listing => listing.Id)], cancellationToken);
            var gone = known.Values.Where(contract => contract.ClosedAt is null).ToList();
            foreach (var contract in gone) contract.Close(generation);
            await bulk.UpsertAsync(gone, cancellationToken);
            await lines.RefreshAsync([.. gone.Select(contract => contract.Id)], cancellationToken);
        }
    }

    private async Task<Dictionary<ContractId, Contract>> LoadAsync(IReadOnlyCollection<ContractId> ids, CancellationToken cancellationToken) =>
        (await contracts.ListAsync(new ContractsOfIds(ids), cancellationToken)).ToDictionary(contract => contract.Id);
}
