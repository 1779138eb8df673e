namespace HangarBay.Domain.Market;

/// <summary>The parts of the sync that run independently: a failure of one does not stop the others.</summary>
public enum JobName
{
    /// <summary>Reading the regions' lists.</summary>
    Sweeps,

    /// <summary>Reading the lines of contracts.</summary>
    Lines,

    /// <summary>Reading the bids on auctions.</summary>
    Bids,

    /// <summary>Resolving the names of what contracts mention.</summary>
    Names,

    /// <summary>Asking for the types that lines name.</summary>
    Types,

    /// <summary>Removing contracts that were closed long ago.</summary>
    Prune,
}

/// <summary>The last result of a job of the sync, as the sweeping process reported it. It informs and decides nothing.</summary>
public sealed class SyncJob : IAggregateRoot
{
    public const int MaxErrorLength = 500;

    private SyncJob()
    {
    }

    public JobName Name { get; private set; }

    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>Seconds that the last run took.</summary>
    public double Took { get; private set; }

    /// <summary>The job does not run again by itself before this instant.</summary>
    public DateTimeOffset NextDueAt { get; private set; }

    public int FailuresInRow { get; private set; }

    /// <summary>Why the last run failed, as a sentence; null where it did not.</summary>
    public string? LastError { get; private set; }

    public static SyncJob Of(JobReport report)
    {
        var job = new SyncJob { Name = report.Name };
        job.Take(report);
        return job;
    }

    public void Take(JobReport report)
    {
        EndedAt = report.EndedAt;
        Took = Math.Round(report.Took.TotalSeconds, 3);
        NextDueAt = report.NextDueAt;
        FailuresInRow = report.FailuresInRow;
        LastError = report.LastError is null ? null : PlainText.Clean(report.LastError, MaxErrorLength);
    }
}

/// <summary>See <see cref="SyncJob"/> for each part.</summary>
public sealed record JobReport(JobName Name, DateTimeOffset EndedAt, TimeSpan Took, DateTimeOffset NextDueAt, int FailuresInRow, string? LastError);
