namespace HangarBay.Infrastructure.Esi;

/// <summary>The governor's state, for status.</summary>
/// <param name="PausedUntil">No call starts before this instant; null: not paused.</param>
/// <param name="ReadingPausedUntil">
/// No call for lines, bids or names starts before this instant, as the error budget runs low or all calls are paused; null: not paused.
/// </param>
/// <param name="PausedGroups">Rate-limit groups that are paused, each with the end of its pause.</param>
/// <param name="ErrorsRemaining">Errors left in ESI's current window; null if no answer of this window gave the number.</param>
/// <param name="InFlight">Number of calls that wait for their answer.</param>
public sealed record EsiGovernorState(
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    IReadOnlyDictionary<string, DateTimeOffset> PausedGroups,
    int? ErrorsRemaining,
    int InFlight);
