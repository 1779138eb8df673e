using System.Diagnostics.Metrics;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Sync;

/// <summary>Metrics of the sync.</summary>
public sealed class SyncMetrics
{
    public const string MeterName = "HangarBay.Sync";

    private readonly Counter<long> _contracts;
    private readonly Counter<long> _sweeps;
    private readonly Histogram<double> _sweepDuration;
    private readonly Counter<long> _lines;
    private readonly Counter<long> _quarantined;
    private readonly Counter<long> _names;
    private readonly Counter<long> _pruned;
    private readonly Histogram<double> _jobs;
    private readonly Gauge<int> _backlog;
    private readonly Gauge<int> _lockHeld;

    public SyncMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _contracts = meter.CreateCounter<long>("hangarbay.sync.contracts", "{contract}", "Contracts that a sweep stored, by change: new, closed, changed.");
        _sweeps = meter.CreateCounter<long>("hangarbay.sync.sweeps", "{sweep}", "Sweeps by outcome: swept, not_due, kept_old_state.");
        _sweepDuration = meter.CreateHistogram<double>("hangarbay.sync.sweep.duration", "s", "A region's sweep, from its first page to its commit, by outcome.");
        _lines = meter.CreateCounter<long>("hangarbay.sync.items", "{contract}", "Contracts whose lines were asked for, by outcome: read, missed, set_aside.");
        _quarantined = meter.CreateCounter<long>("hangarbay.sync.quarantined", "{surprise}", "Rows and ids that were set aside with a reason.");
        _names = meter.CreateCounter<long>("hangarbay.sync.names", "{name}", "Ids that were settled, with a name or as nameless.");
        _pruned = meter.CreateCounter<long>("hangarbay.sync.pruned", "{contract}", "Closed contracts that were removed.");
        _jobs = meter.CreateHistogram<double>("hangarbay.sync.job.duration", "s", "A run of a job, by job (sweeps, lines, bids, names, types, prune) and outcome: done, failed.");
        _backlog = meter.CreateGauge<int>("hangarbay.sync.items.backlog", "{contract}", "Contracts whose lines are still to be read in this round.");
        _lockHeld = meter.CreateGauge<int>("hangarbay.sync.lock.held", description: "1 while this process sweeps, else 0.");
    }

    public void Swept(SweepResult result, TimeSpan duration)
    {
        var outcome = new KeyValuePair<string, object?>("outcome", result switch
        {
            SweepResult.Swept => "swept",
            SweepResult.NotDue => "not_due",
            _ => "kept_old_state",
        });
        _sweeps.Add(1, outcome);
        // A region that was not due was not swept. Its time would make sweeps look faster than they are.
        if (result is not SweepResult.NotDue) _sweepDuration.Record(duration.TotalSeconds, outcome);
        if (result is not SweepResult.Swept swept) return;
        Add(_contracts, swept.New, "change", "new");
        Add(_contracts, swept.Closed, "change", "closed");
        Add(_contracts, swept.Changed, "change", "changed");
        _quarantined.Add(swept.Quarantined);
    }

    public void LinesRead(LinesResult batch)
    {
        Add(_lines, batch.Read, "outcome", "read");
        Add(_lines, batch.Missed - batch.SetAside, "outcome", "missed");
        Add(_lines, batch.SetAside, "outcome", "set_aside");
        _quarantined.Add(batch.Quarantined);
    }

    public void NamesSettled(int names) => _names.Add(names);

    public void Pruned(int contracts) => _pruned.Add(contracts);

    public void JobRan(JobName job, TimeSpan took, bool failed) => _jobs.Record(
        took.TotalSeconds,
        new KeyValuePair<string, object?>("job", WireWords.Of(job)),
        new KeyValuePair<string, object?>("outcome", failed ? "failed" : "done"));

    public void Backlog(int contracts) => _backlog.Record(contracts);

    public void LockHeld(bool isHeld) => _lockHeld.Record(isHeld ? 1 : 0);

    private static void Add(Counter<long> counter, int count, string tag, string value) =>
        counter.Add(count, new KeyValuePair<string, object?>(tag, value));
}
