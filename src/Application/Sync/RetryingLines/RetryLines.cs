using HangarBay.Application.Market;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Sync.RetryingLines;

/// <summary>
/// Retries contracts whose lines could not be read and were set aside (M5): those named, or all where none is. Returns how many
/// there were.
/// </summary>
public sealed record RetryLines(IReadOnlyList<ContractId> Contracts) : IRequest<int>;

internal sealed class RetryLinesHandler(IMarketWriter market) : IRequestHandler<RetryLines, int>
{
    public Task<int> Handle(RetryLines request, CancellationToken cancellationToken) =>
        market.ChangeAsync((change, token) => change.RetryLinesAsync(request.Contracts, Contract.MaxLinesAttempts, token), cancellationToken);
}
