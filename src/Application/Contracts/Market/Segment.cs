using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.Market;

/// <summary>A group of contracts with equal values for everything that a list's segments and its ships filter ask.</summary>
internal readonly record struct Segment(ContractType Type, bool IsShipContract, LinesState LinesState)
{
    public static Segment Of(Contract contract) => new(contract.Type, contract.IsShipContract, contract.LinesState);
}
