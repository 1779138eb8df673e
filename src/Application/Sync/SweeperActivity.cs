using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Sync;

/// <summary>Collects from a round's progress what the sweeper does and how fast, and passes the progress on.</summary>
internal sealed class SweeperActivity(IEsiBudget budget, SyncMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    // A rate over a very short time would mean nothing.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private readonly Queue<(long At, int Read)> _batches = new();
    private SweeperPhase _phase;
    private int _done;

    /// <summary>Listens to one round, and passes its progress on to <paramref name="other"/>.</summary>
    public IProgress<SyncProgress> Listen(IProgress<SyncProgress>? other) => new Ear(this, other);

    /// <summary>The round is over.</summary>
    public void Rest()
    {
        lock (_gate)
        {
            _phase = SweeperPhase.Waiting;
            _done = 0;
        }
    }

    public SweeperReport Report()
    {
        var esi = budget.Read();
        var groups = esi.PausedGroups.Count == 0 ? null : string.Join(", ", esi.PausedGroups);
        lock (_gate)
        {
            return new SweeperReport(
                _phase, esi.PausedUntil, esi.ReadingPausedUntil, groups, esi.ErrorsRemaining, esi.InFlight, RatePerMinute());
        }
    }

    private void Hear(SyncProgress progress)
    {
        lock (_gate)
        {
            _phase = progress.Phase switch
            {
                SyncPhase.Seeding => SweeperPhase.Seeding,
                SyncPhase.Sweeping => SweeperPhase.Sweeping,
                SyncPhase.Naming => SweeperPhase.Naming,
                SyncPhase.ReadingLines => SweeperPhase.ReadingItems,
                _ => SweeperPhase.Working,
            };
            if (progress.Phase != SyncPhase.ReadingLines) return;
            // The first report of a round is the mark from which its first batch is measured.
            _batches.Enqueue((time.GetTimestamp(), Math.Max(0, progress.Done - _done)));
            _done = progress.Done;
        }

        metrics.Backlog(Math.Max(0, progress.Total - progress.Done));
    }

    private double? RatePerMinute()
    {
        while (_batches.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) > Window) _batches.Dequeue();
        var read = _batches.Sum(batch => batch.Read);
        if (read == 0) return null;
        var over = time.GetElapsedTime(_batches.Peek().At);
        return Math.Round(read / (over > Shortest ? over : Shortest).TotalMinutes, 1);
    }

    private sealed class Ear(SweeperActivity activity, IProgress<SyncProgress>? other) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            activity.Hear(value);
            other?.Report(value);
        }
    }
}
