using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.Jobs;

/// <summary>
/// Runs each job of the sync separately. A failed job is reported and backs off, and stops no other job. There is one board per process, so
/// that failures are counted across rounds.
/// </summary>
public sealed class JobBoard(
    IDatabaseFaults faults, SyncMetrics metrics, IOptions<SyncOptions> options, TimeProvider time, ILogger<JobBoard> logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    /// <summary>Few contracts become old enough to prune within this time.</summary>
    private static readonly TimeSpan BetweenPrunes = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<JobName, Run> _last = [];

    /// <summary>The last run of each job that ran, by name.</summary>
    public IReadOnlyList<JobReport> Reports => [.. _last.Values.Select(run => run.Report).OrderBy(report => report.Name)];

    /// <summary>True once the job's pace, or its back-off after a failure, has passed. Changes of the wall clock have no effect.</summary>
    public bool IsDue(JobName job) => !_last.TryGetValue(job, out var last) || time.GetElapsedTime(last.Ended) >= last.Wait;

    /// <summary>
    /// Runs the job. Returns null where it succeeded, else why it failed, as a sentence. A cancellation by the caller, a refused source and
    /// a lost lock are no failures of the job and are thrown.
    /// </summary>
    public async Task<string?> RunAsync(JobName job, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        string? error = null;
        try
        {
            await work(cancellationToken);
        }
        catch (Exception exception) when (!IsForTheCaller(exception, cancellationToken))
        {
            error = Explain(job, exception);
        }

        Note(job, time.GetElapsedTime(began), error);
        return error;
    }

    private static bool IsForTheCaller(Exception exception, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || exception is SourceRefusedException or SweeperLostException;

    private static TimeSpan BackOff(int failures)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(failures - 1, 10));
        return pause < LongestPause ? pause : LongestPause;
    }

    private void Note(JobName job, TimeSpan took, string? error)
    {
        var now = time.GetUtcNow();
        var failures = error is null ? 0 : (_last.TryGetValue(job, out var last) ? last.Report.FailuresInRow : 0) + 1;
        var wait = failures == 0 ? PaceOf(job) : BackOff(failures);
        _last[job] = new Run(new JobReport(job, now, took, now + wait, failures, error), time.GetTimestamp(), wait);
        metrics.JobRan(job, took, failed: error is not null);
    }

    private TimeSpan PaceOf(JobName job) => job == JobName.Prune ? BetweenPrunes : options.Value.Poll;

    /// <summary>The same failure is logged once, however often and in however many jobs it occurs.</summary>
    private string Explain(JobName job, Exception exception)
    {
        var known = faults.Explain(exception)?.Message ?? (exception is EsiUnavailableException ? exception.Message : null);
        var reason = known ?? $"It failed unexpectedly ({exception.GetType().Name}); the log says where.";
        if (_last.Values.Any(run => run.Report.LastError == reason)) return reason;
        if (known is null) Log.JobBroke(logger, exception, job);
        else Log.JobFailed(logger, job, known);
        return reason;
    }

    /// <summary>A job's last run; <paramref name="Ended"/> is of the monotonic clock.</summary>
    private sealed record Run(JobReport Report, long Ended, TimeSpan Wait);
}
