using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.SeedingMarket;

/// <summary>Any contract at all.</summary>
public sealed class AnyContract : Specification<Contract, ContractId?>
{
    public AnyContract()
    {
        Query.Take(1);
        Query.Select(contract => contract.Id);
    }
}

/// <summary>Any region with a good sweep.</summary>
public sealed class AnySweptRegion : Specification<RegionCoverage, RegionId?>
{
    public AnySweptRegion()
    {
        Query.Where(coverage => coverage.AsOf != null).Take(1);
        Query.Select(coverage => coverage.Id);
    }
}

/// <summary>Which of the ids are there already.</summary>
public sealed class KnownContracts : Specification<Contract, ContractId>
{
    public KnownContracts(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(contract => ids.Contains(contract.Id));
        Query.Select(contract => contract.Id);
    }
}

/// <summary>Those of the contracts that wait for their lines.</summary>
public sealed class WaitingForLines : Specification<Contract, ContractId>
{
    public WaitingForLines(IReadOnlyCollection<ContractId> ids)
    {
        Query.Where(Contract.IsOpen).Where(contract => ids.Contains(contract.Id) && contract.LinesState == LinesState.Pending);
        Query.Select(contract => contract.Id);
    }
}
