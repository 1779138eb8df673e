namespace HangarBay.Domain.Market;

/// <summary>
/// The one row in which the sweeping process tells the others who it is and what it does. The row only informs: the lock alone decides
/// which process sweeps (M7).
/// </summary>
public sealed class SweeperState : IAggregateRoot
{
    public const int OnlyId = 1;
    public const int MaxHolderLength = 200;
    public const int MaxPausedGroupsLength = 500;
    public const int MaxRefusalLength = 200;

    /// <summary>A holder without a beat for longer than this counts as dead: it missed several beats.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private SweeperState()
    {
    }

    public int Id { get; private set; }

    /// <summary>Machine and process id, <c>web-1:4711</c>; null where no process is known to sweep.</summary>
    public string? Holder { get; private set; }

    /// <summary>When the holder took the lock.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>The holder's last beat.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public SweeperPhase Phase { get; private set; }

    /// <summary>Nothing at all is requested from ESI before this instant; null means not paused.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Only lists are requested from ESI before this instant; null means not paused.</summary>
    public DateTimeOffset? ReadingPausedUntil { get; private set; }

    /// <summary>ESI's rate-limit groups that are paused, separated by commas; null where none is.</summary>
    public string? PausedGroups { get; private set; }

    /// <summary>Errors left in ESI's current window; null where no answer of this window told it.</summary>
    public int? ErrorsRemaining { get; private set; }

    /// <summary>Calls to ESI that wait for their answer.</summary>
    public int InFlight { get; private set; }

    /// <summary>Contracts whose lines were requested, per minute, over the last minutes; null where none were.</summary>
    public double? LineReadsPerMinute { get; private set; }

    /// <summary>
    /// Why the last process that tried may not sweep at all, as a sentence for the public; null once another process took the lock.
    /// </summary>
    public string? Refusal { get; private set; }

    public static SweeperState Nobody() => new() { Id = OnlyId };

    /// <summary>Records a new holder of the lock, and clears what another process left here.</summary>
    public void Take(string holder, DateTimeOffset at)
    {
        Rest();
        Refusal = null;
        Holder = PlainText.Clean(holder, MaxHolderLength);
        Since = at;
        SeenAt = at;
    }

    /// <summary>Records that the holder lives, and what it reports.</summary>
    public void Beat(SweeperReport report, DateTimeOffset at)
    {
        SeenAt = at;
        Phase = report.Phase;
        PausedUntil = report.PausedUntil;
        ReadingPausedUntil = report.ReadingPausedUntil;
        PausedGroups = report.PausedGroups is { } groups ? PlainText.Clean(groups, MaxPausedGroupsLength) : null;
        ErrorsRemaining = report.ErrorsRemaining;
        InFlight = report.InFlight;
        LineReadsPerMinute = report.LineReadsPerMinute;
    }

    /// <summary>Records that the holder may not write its contracts to this database, and stops trying (M11).</summary>
    public void Refuse(string reason) => Refusal = PlainText.Clean(reason, MaxRefusalLength);

    /// <summary>Records that the holder gave the lock up. What a newer holder has written since then stays.</summary>
    public void Release(string holder)
    {
        if (Holder != PlainText.Clean(holder, MaxHolderLength)) return;
        Rest();
        Holder = null;
        Since = null;
    }

    /// <summary>A process holds the lock and sent a beat lately.</summary>
    public bool IsActive(DateTimeOffset now) => Holder is not null && SeenAt > now - Patience;

    /// <summary>Clears all that was known of the work in progress.</summary>
    private void Rest()
    {
        Phase = SweeperPhase.Waiting;
        PausedUntil = null;
        ReadingPausedUntil = null;
        PausedGroups = null;
        ErrorsRemaining = null;
        InFlight = 0;
        LineReadsPerMinute = null;
    }
}

/// <summary>How the sweeper stands; see <see cref="SweeperState"/> for each part.</summary>
public sealed record SweeperReport(
    SweeperPhase Phase,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    string? PausedGroups,
    int? ErrorsRemaining,
    int InFlight,
    double? LineReadsPerMinute);
