using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Names;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Application.Reference;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.GettingContract;

/// <summary>The contract comes from the database; names and coverage come from the market in memory.</summary>
internal sealed class GetContractHandler(
    IReadRepository<Contract> contracts, IReadRepository<Character> characters, IReadRepository<Corporation> corporations, MarketPin pin)
    : IRequestHandler<GetContract, ContractDetail?>
{
    public async Task<ContractDetail?> Handle(GetContract query, CancellationToken cancellationToken)
    {
        var view = (await pin.TakeAsync(cancellationToken)).View;
        var found = await contracts.ListAsync(new ContractWithLines(query.ContractId), cancellationToken);
        if (found is not [var contract]) return null;
        var withBids = contract.BidCount > 0 ? await contracts.ListAsync(new ContractWithBids(query.ContractId), cancellationToken) : [];
        var bids = withBids.SelectMany(bidden => bidden.Bids).OrderByDescending(bid => bid.Amount);

        var book = await OpenBookAsync(contract, query.Lang, view.Market.Dictionaries, cancellationToken);
        return new ContractDetail(
            Wording.Row(contract.Id, contract.Visible, ContractGoods.Of(contract), book, view.LastGoodSweepOf(contract.RegionId)),
            StatusOf(contract, view.Instant),
            [.. contract.Lines.OrderBy(line => line.RecordId).Select(line => Wording.Line(line, book))],
            [.. bids.Select(bid => new BidDetail(bid.BidId, bid.Amount, bid.PlacedAt))]);
    }

    /// <summary>The market in memory holds only the people of open contracts; others are read from the database.</summary>
    private async Task<NameBook> OpenBookAsync(Contract contract, Language language, PublishedDictionaries names, CancellationToken cancellationToken) =>
        new(language, names)
        {
            Issuer = names.Characters.Find(contract.IssuerId)
                ?? (await characters.ListAsync(new CharactersOfIds([contract.IssuerId]), cancellationToken)).SingleOrDefault(),
            IssuerCorporation = names.Corporations.Find(contract.IssuerCorporationId)
                ?? (await corporations.ListAsync(new CorporationsOfIds([contract.IssuerCorporationId]), cancellationToken)).SingleOrDefault(),
        };

    /// <summary>A listed contract that is past its date is closed by the clock, before a sweep says so (B1).</summary>
    private static ContractStatus StatusOf(Contract contract, DateTimeOffset instant)
    {
        if (contract.IsLive(instant)) return new ContractStatus(ContractState.Live, null, null);
        if (contract.ClosedAt is { } closed) return new ContractStatus(ContractState.Closed, contract.Closure, closed);

        var evidence = Contract.EvidenceOf(contract.Type, contract.DateExpired, contract.AcceptedSeen, instant);
        return new ContractStatus(ContractState.Closed, evidence, contract.DateExpired);
    }
}

/// <summary>The contract with its lines, live or closed.</summary>
public sealed class ContractWithLines : Specification<Contract>
{
    public ContractWithLines(ContractId id) => Query.Where(contract => contract.Id == id).Include(contract => contract.Lines);
}

/// <summary>The contract with its bids. They are read apart from the lines, because a join of both would multiply the rows.</summary>
public sealed class ContractWithBids : Specification<Contract>
{
    public ContractWithBids(ContractId id) => Query.Where(contract => contract.Id == id).Include(contract => contract.Bids);
}
