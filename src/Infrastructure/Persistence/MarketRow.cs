using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Market;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>Changes the market's row. Every step is one conditional update, which tests the row as it is now, not as it was read.</summary>
internal sealed class MarketRow(HangarBayDbContext context) : IMarketRow
{
    private IQueryable<MarketState> Row => context.Set<MarketState>().Where(state => state.Id == MarketState.OnlyId);

    public async Task<long?> RaiseAsync(CancellationToken cancellationToken)
    {
        await Row.Where(state => state.IsSettled).ExecuteUpdateAsync(
            set => set.SetProperty(state => state.IsSettled, false).SetProperty(state => state.BusyPeriod, state => state.BusyPeriod + 1),
            cancellationToken);
        return await Row.Select(state => (long?)state.BusyPeriod).FirstOrDefaultAsync(cancellationToken);
    }

    // The update writes the value that is there already, to lock the row from then on. Both engines support RETURNING; EF does not.
    public async Task<long?> HoldAsync(long period, CancellationToken cancellationToken)
    {
        var versions = await context.Database.SqlQuery<long>(
            $"""
            UPDATE market_state SET is_settled = FALSE WHERE id = {MarketState.OnlyId} AND busy_period = {period} AND NOT is_settled
            RETURNING version AS "Value"
            """).ToListAsync(cancellationToken);
        return versions is [var version] ? version : null;
    }

    public Task<bool> ExistsAsync(CancellationToken cancellationToken) => Row.AnyAsync(cancellationToken);

    public Task<DateTimeOffset?> LastChangeAsync(CancellationToken cancellationToken) =>
        Row.Select(state => state.ChangedAt).FirstOrDefaultAsync(cancellationToken);

    public async Task AdvanceAsync(MarketMark mark, CancellationToken cancellationToken)
    {
        await Row.ExecuteUpdateAsync(
            set => set.SetProperty(state => state.Version, mark.Version).SetProperty(state => state.ChangedAt, mark.At), cancellationToken);
        var oldest = mark.Version - MarketMark.Most;
        await context.Set<MarketMark>().Where(known => known.Version <= oldest).ExecuteDeleteAsync(cancellationToken);
        context.Add(mark);
    }

    public Task<long?> OldestMarkAsync(CancellationToken cancellationToken) =>
        context.Set<MarketMark>().MinAsync(mark => (long?)mark.Version, cancellationToken);

    public async Task<long?> ForgetMarksAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var marks = context.Set<MarketMark>();
        await marks.Where(mark => mark.At < before && marks.Any(later => later.Version > mark.Version)).ExecuteDeleteAsync(cancellationToken);
        return await OldestMarkAsync(cancellationToken);
    }

    public Task LowerAsync(long period, CancellationToken cancellationToken) => Row
        .Where(state => state.BusyPeriod == period && !state.IsSettled)
        .ExecuteUpdateAsync(set => set.SetProperty(state => state.IsSettled, true), cancellationToken);
}
