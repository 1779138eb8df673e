using HangarBay.Application.Market;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Sync.RetryItems;

/// <summary>
/// Retries contracts whose lines could not be read and were set aside (M5): those named, or all where none is. Returns how many
/// there were.
/// </summary>
public sealed record RetryItems(IReadOnlyList<ContractId> Contracts) : IRequest<int>;

internal sealed class RetryItemsHandler(IMarketWriter market) : IRequestHandler<RetryItems, int>
{
    public Task<int> Handle(RetryItems request, CancellationToken cancellationToken) =>
        market.ChangeAsync((change, token) => change.RetryLinesAsync(request.Contracts, Contract.MaxItemsAttempts, token), cancellationToken);
}
