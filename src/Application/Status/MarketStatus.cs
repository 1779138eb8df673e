using System.Text.Json.Serialization;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Status;

/// <summary>
/// The sync's state, fit for everybody to see. <paramref name="Source"/> is <c>live</c> or <c>sample</c>, null while nothing was
/// ever stored; <paramref name="AsOf"/> the freshest region's; <paramref name="Esi"/> is null while nobody sweeps;
/// <paramref name="Memory"/> where this process does not serve, or has only just started.
/// </summary>
public sealed record MarketStatus(
    string? Source,
    DateTimeOffset? AsOf,
    HeldMarketStatus? Memory,
    SweeperStatus Sweeper,
    EsiStatus? Esi,
    [property: JsonPropertyName("items")] BacklogStatus Lines,
    int BidsDue,
    IReadOnlyList<JobStatus> Jobs,
    IReadOnlyList<RegionStatus> Regions);

/// <summary>
/// Whether a process sweeps, and since when; <paramref name="Since"/>, <paramref name="SeenAt"/> and <paramref name="Phase"/> are null
/// where none does. Which process it is is told to nobody. <paramref name="Refusal"/> says why the last one that tried may not sweep
/// (M11), null where none was refused.
/// </summary>
public sealed record SweeperStatus(bool Active, DateTimeOffset? Since, DateTimeOffset? SeenAt, SweeperPhase? Phase, string? Refusal);

/// <summary>
/// How a job of the sync did last. <paramref name="Took"/> is in seconds; by itself it does not run again before
/// <paramref name="NextDueAt"/>. <paramref name="LastError"/> is null where the last run did not fail.
/// </summary>
public sealed record JobStatus(JobName Job, DateTimeOffset EndedAt, double Took, DateTimeOffset NextDueAt, int FailuresInRow, string? LastError);

/// <summary>
/// How the sweeper stands with ESI's limiters. <paramref name="Paused"/>: nothing at all is asked before
/// <paramref name="PausedUntil"/>; <paramref name="ReadingPausedUntil"/>: only lists are; null: not paused.
/// <paramref name="ErrorsRemaining"/> is null where no answer of ESI's window told.
/// </summary>
public sealed record EsiStatus(
    bool Paused,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    IReadOnlyList<string> PausedGroups,
    int? ErrorsRemaining,
    int InFlight);

/// <summary>
/// Live contracts whose lines are unread: due now, waiting for their next try, and set aside after too many. The rate is over
/// the last minutes, null where none were read; so is the time left, for those that are due.
/// </summary>
public sealed record BacklogStatus(int Due, int Waiting, int SetAside, double? PerMinute, int? SecondsLeft);

/// <summary>
/// A region that was tried. <paramref name="Name"/> is null where it is unknown, <paramref name="AsOf"/> before its first good
/// sweep; <paramref name="ClosedToday"/> since midnight, EVE time; <paramref name="LastError"/> is null where the last attempt
/// did not fail.
/// </summary>
public sealed record RegionStatus(
    int RegionId,
    string? Name,
    DateTimeOffset? AsOf,
    DateTimeOffset? NextDueAt,
    int Live,
    int Pending,
    int ClosedToday,
    int Quarantined,
    int FailuresInRow,
    SweepOutcome? LastOutcome,
    DateTimeOffset? LastAttemptAt,
    string? LastError);
