using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.SweepingRegion;

internal sealed class SweepRegionHandler(
    IRepository<RegionCoverage> coverages,
    IReadRepository<Contract> contracts,
    ListReader lists,
    IMarketWriter market,
    Quarantine quarantine,
    Pace pace,
    IDatabaseFaults faults,
    TimeProvider time,
    ILogger<SweepRegionHandler> logger) : IRequestHandler<SweepRegion, SweepResult>
{
    private const string NothingCloses = "Contracts missing from the list stay open: the list has a row without a readable id, or the same contract twice.";

    /// <summary>Whatever exception a region throws, it keeps its old state, stores the reason, and stops no other region (M9).</summary>
    public async Task<SweepResult> Handle(SweepRegion request, CancellationToken cancellationToken)
    {
        try
        {
            return await SweepAsync(request.RegionId, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var known = faults.Explain(exception)?.Message;
            if (known is null) Log.SweepBroke(logger, exception, request.RegionId);
            return await KeepOldStateAsync(
                request.RegionId, known ?? $"The sweep failed unexpectedly ({exception.GetType().Name}).", cancellationToken);
        }
    }

    private async Task<SweepResult> SweepAsync(RegionId region, CancellationToken cancellationToken)
    {
        var coverage = await coverages.FirstOrDefaultAsync(new CoverageOfRegion(region), cancellationToken);
        var now = time.GetUtcNow();
        if (coverage is not null && !coverage.IsDue(now))
        {
            var live = await contracts.CountAsync(new LiveInRegion(region, now), cancellationToken);
            return new SweepResult.NotDue(live, coverage.ExpiresAt!.Value);
        }

        var version = coverage?.Version ?? 0;
        var reading = await lists.ReadAsync(region, coverage?.Pages ?? [], cancellationToken);

        // What was read is written, even if the process is asked to stop now.
        using var grace = new Grace(time, cancellationToken);
        var result = await market.ChangeAsync((change, token) => ConcludeAsync(region, version, reading, change, token), grace.Token);
        LogResult(region, result);
        return result;
    }

    /// <param name="region">The region.</param>
    /// <param name="version">The coverage's version at the start of the reading: a 304 refers to the pages of this version (M7).</param>
    /// <param name="reading">What ESI answered.</param>
    /// <param name="change">The change of the market.</param>
    /// <param name="cancellationToken">Cancels the change.</param>
    private async Task<SweepResult> ConcludeAsync(
        RegionId region, int version, ListReading reading, IMarketChange change, CancellationToken cancellationToken)
    {
        var coverage = await coverages.FirstOrDefaultAsync(new CoverageOfRegion(region), cancellationToken);
        if (coverage is null) coverages.Add(coverage = RegionCoverage.Of(region));
        if (coverage.Version != version) return new SweepResult.KeptOldState("Another process stored this region's list first.");
        var schedule = pace.After(reading.ExpiresAt, coverage.FailuresInRow);
        coverage.CorrectFuture(schedule.Now);
        return reading switch
        {
            ListReading.Whole whole => await TakeAsync(coverage, whole, schedule, change, cancellationToken),
            ListReading.Unchanged unchanged => await ConfirmAsync(coverage, unchanged.Generation, schedule, cancellationToken),
            ListReading.Incomplete incomplete => KeepOldState(coverage, SweepOutcome.Incomplete, incomplete.Reason, schedule),
            _ => throw new InvalidOperationException($"{reading.GetType().Name} is no reading."),
        };
    }

    /// <summary>Stores a whole list, unless it is older than the stored one or would close suspiciously many contracts (M2, M7).</summary>
    private async Task<SweepResult> TakeAsync(
        RegionCoverage coverage, ListReading.Whole list, SweepSchedule schedule, IMarketChange change, CancellationToken cancellationToken)
    {
        if (coverage.AsOf > list.Generation)
            return KeepOldState(coverage, SweepOutcome.Superseded, "ESI sent an older list than the one stored.", schedule);

        var stored = await contracts.ListAsync(new OpenListings(coverage.Id), cancellationToken);
        var difference = new Difference(list, stored);
        if (coverage.MustHold(difference.GoneEarly, stored.Count, list.Generation))
        {
            var reason = $"The list lacks {difference.GoneEarly} of {stored.Count} contracts; they close only if the next generation confirms it.";
            coverage.Hold(list.Generation, reason, schedule);
            return new SweepResult.KeptOldState(reason);
        }

        // A region's first list tells what was there before; a later one tells what is new (B14).
        DateTimeOffset? seenAt = coverage.AsOf is null ? null : await change.InstantAsync(cancellationToken);
        await change.ListAsync(coverage.Id, [.. difference.Rows.Select(row => row.Contract)], seenAt, cancellationToken);
        await change.CloseAsync([.. difference.Gone.Select(listing => listing.Id)], list.Generation, cancellationToken);
        await quarantine.AddAsync(list.Surprises, coverage.Id, cancellationToken);
        coverage.Complete(list.Generation, list.Pages, difference.Listed, schedule, list.Doubtful ? NothingCloses : null);
        return new SweepResult.Swept(
            difference.New.Count, difference.Gone.Count, difference.Changed.Count, difference.Unchanged, list.Surprises.Count);
    }

    /// <summary>Throws where even this cannot be stored, because then the database fails and not the region.</summary>
    private async Task<SweepResult> KeepOldStateAsync(RegionId region, string reason, CancellationToken cancellationToken)
    {
        var result = await market.ChangeAsync<SweepResult>(
            async (_, token) =>
            {
                var coverage = await coverages.FirstOrDefaultAsync(new CoverageOfRegion(region), token);
                if (coverage is null) coverages.Add(coverage = RegionCoverage.Of(region));
                return KeepOldState(coverage, SweepOutcome.Failed, reason, pace.After(expiresAt: null, coverage.FailuresInRow));
            },
            cancellationToken);
        LogResult(region, result);
        return result;
    }

    private async Task<SweepResult> ConfirmAsync(
        RegionCoverage coverage, DateTimeOffset? generation, SweepSchedule schedule, CancellationToken cancellationToken)
    {
        coverage.Confirm(generation, schedule);
        var live = await contracts.CountAsync(new LiveInRegion(coverage.Id, schedule.Now), cancellationToken);
        return new SweepResult.Swept(0, 0, 0, live, 0);
    }

    private static SweepResult.KeptOldState KeepOldState(RegionCoverage coverage, SweepOutcome outcome, string reason, SweepSchedule schedule)
    {
        coverage.KeepOldState(outcome, reason, schedule);
        return new SweepResult.KeptOldState(reason);
    }

    private void LogResult(RegionId region, SweepResult result)
    {
        if (result is SweepResult.Swept swept)
            Log.Swept(logger, region, swept.New, swept.Closed, swept.Changed, swept.Unchanged, swept.Quarantined);
        else if (result is SweepResult.KeptOldState kept) Log.KeptOldState(logger, region, kept.Reason);
    }
}
