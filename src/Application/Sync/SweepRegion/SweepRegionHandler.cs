using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.SweepRegion;

internal sealed class SweepRegionHandler(
    IRepository<RegionCoverage> coverages,
    IReadRepository<Contract> contracts,
    ListReader lists,
    DifferenceWriter writer,
    Pace pace,
    MarketGate gate,
    IUnitOfWork unitOfWork,
    TimeProvider time,
    ILogger<SweepRegionHandler> logger) : IRequestHandler<SweepRegion, SweepResult>
{
    public async Task<SweepResult> Handle(SweepRegion request, CancellationToken cancellationToken)
    {
        var region = request.RegionId;
        var coverage = await coverages.FirstOrDefaultAsync(new CoverageOfRegion(region), cancellationToken);
        var now = time.GetUtcNow();
        if (coverage is not null && !coverage.IsDue(now))
        {
            var live = await contracts.CountAsync(new LiveInRegion(region, now), cancellationToken);
            return new SweepResult.NotDue(live, coverage.ExpiresAt!.Value);
        }

        var reading = await lists.ReadAsync(region, coverage?.Pages ?? [], cancellationToken);

        // Read is read: what is to be written now is written even if the process is asked to stop.
        using var grace = new Grace(time, cancellationToken);
        var result = await ConcludeAsync(region, reading, grace.Token);
        LogResult(region, result);
        return result;
    }

    private async Task<SweepResult> ConcludeAsync(RegionId region, ListReading reading, CancellationToken cancellationToken)
    {
        try
        {
            return await gate.RunAsync(token => WriteAsync(region, reading, token), cancellationToken);
        }
        catch (ConcurrentChangeException)
        {
            return new SweepResult.KeptOldState("Another process stored this region's list first.");
        }
        catch (AlreadyExistsException)
        {
            return new SweepResult.KeptOldState("Another process stored this region's list first.");
        }
    }

    private async Task<SweepResult> WriteAsync(RegionId region, ListReading reading, CancellationToken cancellationToken)
    {
        var coverage = await coverages.FirstOrDefaultAsync(new CoverageOfRegion(region), cancellationToken);
        if (coverage is null) coverages.Add(coverage = RegionCoverage.Of(region));
        var schedule = pace.After(reading.ExpiresAt, coverage.FailuresInRow);
        var result = reading switch
        {
            ListReading.Whole whole => await writer.WriteAsync(coverage, whole, schedule, cancellationToken),
            ListReading.Unchanged unchanged => await ConfirmAsync(coverage, unchanged.Generation, schedule, cancellationToken),
            ListReading.Incomplete incomplete => KeepOldState(coverage, incomplete.Reason, schedule),
            _ => throw new InvalidOperationException($"{reading.GetType().Name} is no reading."),
        };
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return result;
    }

    private async Task<SweepResult> ConfirmAsync(
        RegionCoverage coverage, DateTimeOffset? generation, SweepSchedule schedule, CancellationToken cancellationToken)
    {
        coverage.Confirm(generation, schedule);
        var live = await contracts.CountAsync(new LiveInRegion(coverage.Id, schedule.Now), cancellationToken);
        return new SweepResult.Swept(0, 0, 0, live, 0);
    }

    private static SweepResult.KeptOldState KeepOldState(RegionCoverage coverage, string reason, SweepSchedule schedule)
    {
        coverage.KeepOldState(SweepOutcome.Incomplete, reason, schedule);
        return new SweepResult.KeptOldState(reason);
    }

    private void LogResult(RegionId region, SweepResult result)
    {
        if (result is SweepResult.Swept swept)
            Log.Swept(logger, region, swept.New, swept.Closed, swept.Changed, swept.Unchanged, swept.Quarantined);
        else if (result is SweepResult.KeptOldState kept) Log.KeptOldState(logger, region, kept.Reason);
    }
}
