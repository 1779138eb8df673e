namespace HangarBay.Domain.Market;

/// <summary>
/// The one row by which the process that sweeps tells the others who it is and how it stands. It informs and decides nothing:
/// whose turn it is, the lock alone says (M7).
/// </summary>
public sealed class SweeperState : IAggregateRoot
{
    public const int OnlyId = 1;
    public const int MaxHolderLength = 200;
    public const int MaxPausedGroupsLength = 500;
    public const int MaxRefusalLength = 200;

    /// <summary>Not heard of for longer than this, the holder is taken for dead: several beats were missed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private SweeperState()
    {
    }

    public int Id { get; private set; }

    /// <summary>Machine and process id, <c>web-1:4711</c>; null where nobody sweeps, as far as was told.</summary>
    public string? Holder { get; private set; }

    /// <summary>When the holder took the lock.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>The holder's last beat.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    public SweeperPhase Phase { get; private set; }

    /// <summary>ESI is asked nothing at all before this; null: not paused.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>ESI is asked for lists only before this; null: not paused.</summary>
    public DateTimeOffset? ReadingPausedUntil { get; private set; }

    /// <summary>ESI's rate-limit groups that are paused, separated by commas; null where none is.</summary>
    public string? PausedGroups { get; private set; }

    /// <summary>Errors left in ESI's current window; null where no answer of this window told.</summary>
    public int? ErrorsRemaining { get; private set; }

    /// <summary>Calls to ESI that wait for their answer.</summary>
    public int InFlight { get; private set; }

    /// <summary>Contracts whose lines were asked for, a minute, over the last minutes; null where none were.</summary>
    public double? LineReadsPerMinute { get; private set; }

    /// <summary>Why the last process that tried may not sweep at all, as a sentence for everybody; null where none was refused since.</summary>
    public string? Refusal { get; private set; }

    public static SweeperState Nobody() => new() { Id = OnlyId };

    /// <summary>Somebody has the lock now. Whatever another process left here is of no account.</summary>
    public void Take(string holder, DateTimeOffset at)
    {
        Rest();
        Refusal = null;
        Holder = PlainText.Clean(holder, MaxHolderLength);
        Since = at;
        SeenAt = at;
    }

    /// <summary>The holder lives, and stands so.</summary>
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

    /// <summary>The holder may not bring its contracts into this database, and stops trying (M11).</summary>
    public void Refuse(string reason) => Refusal = PlainText.Clean(reason, MaxRefusalLength);

    /// <summary>The holder gave the lock up. What another one says of itself since then stays.</summary>
    public void Release(string holder)
    {
        if (Holder != PlainText.Clean(holder, MaxHolderLength)) return;
        Rest();
        Holder = null;
        Since = null;
    }

    /// <summary>Somebody holds the lock and was heard of lately.</summary>
    public bool IsActive(DateTimeOffset now) => Holder is not null && SeenAt > now - Patience;

    /// <summary>Nothing is known any more of what was being done.</summary>
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
