using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain.Contracts;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.PruningClosed;

/// <summary>Removes contracts closed longer than <c>Market:KeepClosed</c> ago, with their lines (M8). Returns how many.</summary>
public sealed record PruneClosed : IRequest<int>;

internal sealed class PruneClosedHandler(
    IReadRepository<Contract> contracts, IMarketWriter market, IOptions<MarketOptions> options, TimeProvider time)
    : IRequestHandler<PruneClosed, int>
{
    /// <summary>Few at a time, so that no other writer waits long.</summary>
    private const int AtOnce = 500;

    public async Task<int> Handle(PruneClosed request, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - options.Value.KeepClosed;
        var total = 0;
        // This is asked first, because most rounds find nothing to prune, and a change would disturb readers.
        while (await contracts.FirstOrDefaultAsync(new ClosedBefore(before), cancellationToken) is not null)
        {
            var removed = await market.ChangeAsync((change, token) => change.PruneAsync(before, AtOnce, token), cancellationToken);
            if (removed == 0) break;
            total += removed;
        }

        return total;
    }
}

/// <summary>Any contract that was closed before the instant.</summary>
public sealed class ClosedBefore : Specification<Contract, ContractId?>
{
    public ClosedBefore(DateTimeOffset instant)
    {
        Query.Where(contract => contract.ClosedAt != null && contract.ClosedAt < instant).Take(1);
        Query.Select(contract => contract.Id);
    }
}
