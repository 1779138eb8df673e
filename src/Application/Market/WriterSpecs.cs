using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Market;

/// <summary>The one row there is, or none while nothing was ever stored.</summary>
public sealed class TheMarket : Specification<MarketState>
{
    public TheMarket() => Query.Where(state => state.Id == MarketState.OnlyId);
}

public sealed class ContractsOfIds : Specification<Contract>
{
    public ContractsOfIds(IReadOnlyCollection<ContractId> ids) => Query.Where(contract => ids.Contains(contract.Id));
}

/// <summary>Those of the contracts that are open.</summary>
public sealed class OpenContractsOfIds : Specification<Contract>
{
    public OpenContractsOfIds(IReadOnlyCollection<ContractId> ids) => Query.Where(Contract.IsOpen).Where(contract => ids.Contains(contract.Id));
}

/// <summary>Those of the contracts that are open and wait for their lines, with only the columns that lines concern.</summary>
public sealed class StillPending : Specification<Contract, Contract>
{
    public StillPending(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(Contract.IsOpen).Where(contract => ids.Contains(contract.Id) && contract.LinesState == LinesState.Pending);
        Query.Select(contract => Contract.Waiting(
            contract.Id, contract.RegionId, contract.Type, contract.Price, contract.Reward, contract.Volume, contract.DateExpired, contract.HeadlineKind,
            contract.LinesAttempts, contract.AcceptedSeen, contract.CurrentBid, contract.ChangedIn));
    }
}

/// <summary>Those of the contracts that are open auctions, with the bids that are known.</summary>
public sealed class OpenAuctions : Specification<Contract>
{
    public OpenAuctions(IReadOnlyCollection<ContractId> ids) => Query
        .Where(Contract.IsOpen)
        .Where(contract => ids.Contains(contract.Id) && contract.Type == ContractType.Auction)
        .Include(contract => contract.Bids);
}

/// <summary>Open contracts whose lines were set aside; all of them where no id is given.</summary>
public sealed class SetAsideLines : Specification<Contract>
{
    public SetAsideLines(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(Contract.IsOpen).Where(contract => contract.LinesState == LinesState.SetAside);
        if (ids.Count > 0) Query.Where(contract => ids.Contains(contract.Id));
    }
}

/// <summary>Contracts, open and closed, that offer one of the types in a line that was read.</summary>
public sealed class ContractsOffering : Specification<Contract, ContractId>
{
    public ContractsOffering(IReadOnlyCollection<TypeId> types)
    {
        Query
            .Where(contract => contract.LinesState == LinesState.Read
                && contract.Lines.Any(line => line.IsIncluded && types.Contains(line.TypeId)))
            .OrderBy(contract => contract.Id);
        Query.Select(contract => contract.Id);
    }
}

public sealed class ContractsWithTheirLines : Specification<Contract>
{
    public ContractsWithTheirLines(IReadOnlyCollection<ContractId> ids) =>
        Query.Where(contract => ids.Contains(contract.Id)).Include(contract => contract.Lines);
}

public sealed class ContractsWithTheirBids : Specification<Contract>
{
    public ContractsWithTheirBids(IReadOnlyCollection<ContractId> ids) =>
        Query.Where(contract => ids.Contains(contract.Id)).Include(contract => contract.Bids);
}
