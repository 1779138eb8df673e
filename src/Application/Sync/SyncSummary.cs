using System.Globalization;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync;

/// <summary>The result of a round of the sync.</summary>
public sealed class SyncSummary
{
    private readonly Lock _gate = new();
    private readonly List<(RegionId Region, string Reason)> _keptOldState = [];
    private readonly List<(JobName Job, string Reason)> _failedJobs = [];

    public int New { get; private set; }

    public int Closed { get; private set; }

    public int Changed { get; private set; }

    public int Unchanged { get; private set; }

    public int Quarantined { get; private set; }

    /// <summary>Contracts that took their lines.</summary>
    public int ContractsRead { get; private set; }

    /// <summary>Contracts whose lines are requested again later.</summary>
    public int ContractsMissed { get; private set; }

    /// <summary>Regions whose sweep did not count, and why.</summary>
    public IReadOnlyList<(RegionId Region, string Reason)> KeptOldState => _keptOldState;

    /// <summary>Jobs that failed, and why.</summary>
    public IReadOnlyList<(JobName Job, string Reason)> FailedJobs => _failedJobs;

    /// <summary>True where the round was asked to stop before its end.</summary>
    public bool Stopped { get; internal set; }

    /// <summary>May be called from several sweeps at once.</summary>
    public void Add(RegionId region, SweepResult result)
    {
        lock (_gate) AddLocked(region, result);
    }

    public void Add(LinesResult batch)
    {
        lock (_gate)
        {
            ContractsRead += batch.Read;
            ContractsMissed += batch.Missed;
            Quarantined += batch.Quarantined;
        }
    }

    public void Add(TypesResult batch)
    {
        lock (_gate) Quarantined += batch.Unknown;
    }

    /// <summary>A failure that a job repeats within the round is listed once.</summary>
    public void Add(JobName job, string reason)
    {
        lock (_gate)
        {
            if (!_failedJobs.Contains((job, reason))) _failedJobs.Add((job, reason));
        }
    }

    /// <summary>The closing line that scripts read.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{New} new, {Closed} closed, {Changed} changed, {Unchanged} unchanged, {Quarantined} quarantined");

    private void AddLocked(RegionId region, SweepResult result)
    {
        switch (result)
        {
            case SweepResult.Swept swept:
                New += swept.New;
                Closed += swept.Closed;
                Changed += swept.Changed;
                Unchanged += swept.Unchanged;
                Quarantined += swept.Quarantined;
                break;
            case SweepResult.NotDue notDue:
                Unchanged += notDue.Unchanged;
                break;
            case SweepResult.KeptOldState kept:
                _keptOldState.Add((region, kept.Reason));
                break;
        }
    }
}

/// <summary>How far a phase came; <paramref name="Total"/> may grow.</summary>
public readonly record struct SyncProgress(SyncPhase Phase, int Done, int Total);

public enum SyncPhase
{
    /// <summary>Filling a new database from an archive, before its first sweep.</summary>
    Seeding,

    Sweeping,
    Naming,
    ReadingLines,
}
