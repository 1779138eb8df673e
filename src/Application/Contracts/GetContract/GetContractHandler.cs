using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GetContract;

internal sealed class GetContractHandler(IReadRepository<Contract> contracts, MarketReader market, NameReader names)
    : IRequestHandler<GetContract, ContractDetail?>
{
    public async Task<ContractDetail?> Handle(GetContract query, CancellationToken cancellationToken)
    {
        var found = await contracts.ListAsync(new ContractWithLines(query.ContractId), cancellationToken);
        if (found is not [var contract]) return null;
        var withBids = contract.BidCount > 0 ? await contracts.ListAsync(new ContractWithBids(query.ContractId), cancellationToken) : [];
        var bids = withBids.SelectMany(bidden => bidden.Bids).OrderByDescending(bid => bid.Amount);

        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var book = await names.ReadAsync(found, query.Lang, view.Kept.Names, cancellationToken);
        return new ContractDetail(
            Wording.Row(contract, book, view.AsOfOf(contract.RegionId)),
            StatusOf(contract, view.Instant),
            [.. contract.Items.OrderBy(item => item.RecordId).Select(item => Line(item, book))],
            [.. bids.Select(bid => new Bid(bid.BidId, bid.Amount, bid.PlacedAt))]);
    }

    /// <summary>A listed contract that is past its date is closed by the clock, before a sweep says so (B1).</summary>
    private static ContractStatus StatusOf(Contract contract, DateTimeOffset instant)
    {
        if (contract.IsLive(instant)) return new ContractStatus(ContractState.Live, null, null);
        if (contract.ClosedAt is { } closed) return new ContractStatus(ContractState.Closed, contract.Closure, closed);

        var evidence = Contract.EvidenceOf(contract.Type, contract.DateExpired, contract.AcceptedSeen, instant);
        return new ContractStatus(ContractState.Closed, evidence, contract.DateExpired);
    }

    private static ContractLine Line(ContractItem item, NameBook names)
    {
        var type = names.Type(item.TypeId);
        return new ContractLine(
            item.RecordId,
            item.TypeId.Value,
            names.TypeName(item.TypeId),
            names.CategoryName(type?.CategoryId),
            type?.CategoryId?.Value,
            type?.GroupId?.Value,
            type?.MarketGroupId?.Value,
            item.Quantity,
            item.IsIncluded,
            item.IsBlueprintCopy,
            item.Runs,
            item.MaterialEfficiency,
            item.TimeEfficiency,
            item.ItemId)
        {
            TypeNameLanguage = names.TypeNameLanguage(item.TypeId),
        };
    }
}

/// <summary>The contract with its lines, live or closed.</summary>
public sealed class ContractWithLines : Specification<Contract>
{
    public ContractWithLines(ContractId id) => Query.Where(contract => contract.Id == id).Include(contract => contract.Items);
}

/// <summary>The same with its bids: beside the lines they would multiply each other.</summary>
public sealed class ContractWithBids : Specification<Contract>
{
    public ContractWithBids(ContractId id) => Query.Where(contract => contract.Id == id).Include(contract => contract.Bids);
}
