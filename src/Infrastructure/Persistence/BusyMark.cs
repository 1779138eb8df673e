using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Every step is one conditional update: what a period is ended or held by is the row as it is, not as it was read.</summary>
internal sealed class BusyMark(HangarBayDbContext context) : IBusyMark
{
    private IQueryable<MarketState> Row => context.Set<MarketState>().Where(state => state.Id == MarketState.OnlyId);

    public async Task<long?> RaiseAsync(CancellationToken cancellationToken)
    {
        await Row.Where(state => state.IsSettled).ExecuteUpdateAsync(
            set => set.SetProperty(state => state.IsSettled, false).SetProperty(state => state.BusyPeriod, state => state.BusyPeriod + 1),
            cancellationToken);
        return await Row.Select(state => (long?)state.BusyPeriod).FirstOrDefaultAsync(cancellationToken);
    }

    // Writes what is there already: the row is the transaction's own from then on.
    public async Task<bool> HoldAsync(long period, CancellationToken cancellationToken) =>
        await During(period).ExecuteUpdateAsync(set => set.SetProperty(state => state.IsSettled, false), cancellationToken) > 0;

    public Task LowerAsync(long period, CancellationToken cancellationToken) =>
        During(period).ExecuteUpdateAsync(set => set.SetProperty(state => state.IsSettled, true), cancellationToken);

    private IQueryable<MarketState> During(long period) => Row.Where(state => state.BusyPeriod == period && !state.IsSettled);
}
