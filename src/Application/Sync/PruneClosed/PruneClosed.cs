using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.PruneClosed;

/// <summary>Removes contracts closed longer than <c>Market:KeepClosed</c> ago, with their lines (M8). Returns how many.</summary>
public sealed record PruneClosed : IRequest<int>;

internal sealed class PruneClosedHandler(
    IClosedContracts closed, IRepository<MarketState> market, MarketGate gate, IUnitOfWork unitOfWork, IOptions<MarketOptions> options, TimeProvider time)
    : IRequestHandler<PruneClosed, int>
{
    /// <summary>Few at a time, so that no reader waits for it.</summary>
    private const int AtOnce = 500;

    public async Task<int> Handle(PruneClosed request, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepClosed;
        var total = 0;
        // Asked first: every round comes by here, and mostly there is nothing to disturb readers for.
        while (await closed.AnyAsync(before, cancellationToken))
            total += await gate.RunAsync(token => RemoveAsync(before, token), cancellationToken);
        return total;
    }

    private async Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        // First, so that a sync that commits between this and our own commit is noticed (M7).
        var state = await market.FindAsync(MarketState.OnlyId, cancellationToken);
        var removed = await closed.RemoveAsync(before, AtOnce, cancellationToken);
        if (removed > 0) state?.Changed(time.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return removed;
    }
}
