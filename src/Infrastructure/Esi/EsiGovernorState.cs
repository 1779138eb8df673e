namespace HangarBay.Infrastructure.Esi;

/// <summary>How the governor stands, for status.</summary>
/// <param name="PausedUntil">Nothing at all is asked before; null: not paused.</param>
/// <param name="ReadingPausedUntil">Only lists are asked before, as the error budget runs low; null: not paused.</param>
/// <param name="PausedGroups">Rate-limit groups that are paused, each until when.</param>
/// <param name="ErrorsRemaining">Errors left in ESI's current window; null where no answer of this window told.</param>
/// <param name="InFlight">Calls that wait for their answer.</param>
public sealed record EsiGovernorState(
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    IReadOnlyDictionary<string, DateTimeOffset> PausedGroups,
    int? ErrorsRemaining,
    int InFlight);
