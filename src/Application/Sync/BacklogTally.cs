namespace HangarBay.Application.Sync;

/// <summary>
/// Reports how far reading lines came. The contracts that are left are counted again from time to time, because sweeps add to them. Without
/// a listener nothing is counted.
/// </summary>
internal sealed class BacklogTally(Func<CancellationToken, Task<int>> countLeft, IProgress<SyncProgress>? progress, TimeProvider time)
{
    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(2);

    private int _total;
    private long? _countedAt;

    public async Task ReportAsync(int done, CancellationToken cancellationToken)
    {
        if (progress is null) return;
        if (_countedAt is not { } at || time.GetElapsedTime(at) > BetweenCounts)
        {
            _total = done + await countLeft(cancellationToken);
            _countedAt = time.GetTimestamp();
        }

        progress.Report(new SyncProgress(SyncPhase.ReadingLines, done, Math.Max(done, _total)));
    }

    /// <summary>Counts once more, so that the total includes the contracts that were found last.</summary>
    public Task EndAsync(int done, CancellationToken cancellationToken)
    {
        _countedAt = null;
        return ReportAsync(done, cancellationToken);
    }
}
