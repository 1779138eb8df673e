namespace HangarBay.Application.Sync.Ports;

/// <summary>This process's state with ESI's limiters (M6).</summary>
public interface IEsiBudget
{
    EsiBudget Read();
}

/// <param name="PausedUntil">Nothing at all is requested before this instant; null means not paused.</param>
/// <param name="ReadingPausedUntil">Only lists are requested before this instant; null means not paused.</param>
/// <param name="PausedGroups">Rate-limit groups that are paused, by name.</param>
/// <param name="ErrorsRemaining">Errors left in ESI's current window; null where no answer of this window told it.</param>
/// <param name="InFlight">Calls that wait for their answer.</param>
public sealed record EsiBudget(
    DateTimeOffset? PausedUntil,
    DateTimeOffset? ReadingPausedUntil,
    IReadOnlyCollection<string> PausedGroups,
    int? ErrorsRemaining,
    int InFlight);
