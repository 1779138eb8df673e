using System.Text.Json.Serialization;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Status;

/// <summary>
/// The sync's state, for the public. <paramref name="Source"/> is <c>live</c> or <c>sample</c>, null while nothing was ever stored.
/// <paramref name="AsOf"/> is the freshest region's. <paramref name="Esi"/> is null while no process sweeps. <paramref name="Memory"/> is
/// null where this process does not serve, or has only just started.
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
/// Whether a process sweeps, and since when. <paramref name="Since"/>, <paramref name="SeenAt"/> and <paramref name="Phase"/> are null
/// where none does. The process itself is never named. <paramref name="Refusal"/> says why the last process that tried may not sweep (M11),
/// null where none was refused.
/// </summary>
public sealed record SweeperStatus(bool Active, DateTimeOffset? Since, DateTimeOffset? SeenAt, SweeperPhase? Phase, string? Refusal);

/// <summary>
/// The last result of a job of the sync. <paramref name="Took"/> is in seconds. The job does not run again by itself before
/// <paramref name="NextDueAt"/>. <paramref name="LastError"/> is null where the last run did not fail.
/// </summary>
public sealed record JobStatus(JobName Job, DateTimeOffset EndedAt, double Took, DateTimeOffset NextDueAt, int FailuresInRow, string? LastError);

/// <summary>
/// The sweeper's state with ESI's limiters. Where <paramref name="Paused"/> is true, nothing at all is requested before
/// <paramref name="PausedUntil"/>. Only lists are requested before <paramref name="ReadingPausedUntil"/>. Null means not paused.
/// <paramref name="ErrorsRemaining"/> is null where no answer of ESI's window told it.
/// </summary>
public sealed record EsiStatus(
    bool Paused,
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    IReadOnlyList<string> PausedGroups,
    int? ErrorsRemaining,
    int InFlight);

/// <summary>
/// Live contracts whose lines are unread: due now, waiting for their next attempt, and set aside after too many.
/// <paramref name="PerMinute"/> is the rate over the last minutes, null where none were read. <paramref name="SecondsLeft"/> is the time
/// left for those that are due, null without a rate.
/// </summary>
public sealed record BacklogStatus(int Due, int Waiting, int SetAside, double? PerMinute, int? SecondsLeft);

/// <summary>
/// A region that was tried. <paramref name="Name"/> is null where it is unknown, <paramref name="AsOf"/> before its first good sweep.
/// <paramref name="ClosedToday"/> counts since midnight, EVE time. <paramref name="LastError"/> tells why the last attempt kept the old
/// state or closed nothing, null where it did neither.
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
