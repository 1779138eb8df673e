using HangarBay.Application.Sync.Ports;

namespace HangarBay.Infrastructure.Esi;

internal sealed class GovernorBudget(EsiGovernor governor) : IEsiBudget
{
    public EsiBudget Read()
    {
        var state = governor.State;
        return new EsiBudget(
            state.PausedUntil,
            state.ReadingPausedUntil,
            [.. state.PausedGroups.Keys.Order(StringComparer.Ordinal)],
            state.ErrorsRemaining,
            state.InFlight);
    }
}
