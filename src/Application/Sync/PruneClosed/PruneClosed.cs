using HangarBay.Application.Sync.Ports;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.PruneClosed;

/// <summary>Removes contracts closed longer than <c>Market:KeepClosed</c> ago, with their lines (M8). Returns how many.</summary>
public sealed record PruneClosed : IRequest<int>;

internal sealed class PruneClosedHandler(IClosedContracts closed, IOptions<MarketOptions> options, TimeProvider time)
    : IRequestHandler<PruneClosed, int>
{
    /// <summary>Few at a time, so that no reader waits for it.</summary>
    private const int AtOnce = 500;

    public async Task<int> Handle(PruneClosed request, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepClosed;
        var total = 0;
        int removed;
        do
        {
            removed = await closed.RemoveAsync(before, AtOnce, cancellationToken);
            total += removed;
        }
        while (removed == AtOnce);

        return total;
    }
}
