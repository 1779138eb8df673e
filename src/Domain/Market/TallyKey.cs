using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Market;

/// <summary>What contracts that are counted together have in common.</summary>
public readonly record struct TallyKey(RegionId RegionId, ContractType Type, bool IsShipContract, ItemsState ItemsState)
{
    public static TallyKey Of(Contract contract) => new(contract.RegionId, contract.Type, contract.IsShipContract, contract.ItemsState);
}
