using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.Market;

/// <summary>
/// A group of contracts with equal values for everything that a list's segments and its ships filter ask. Only lines that are read tell of
/// ships, blueprints and want-to-buys.
/// </summary>
internal readonly record struct Segment(
    ContractType Type, bool IsShipContract, LinesState LinesState, bool OffersBlueprints = false, bool IsWantToBuy = false)
{
    public static Segment Of(Contract contract, in ContractGoods goods) =>
        new(contract.Type, contract.IsShipContract, contract.LinesState, goods.Blueprints is not null, contract.IsWantToBuy);

    /// <summary>What players call it (B12); null where it is in no such segment.</summary>
    public ContractSegment? Name => Type switch
    {
        ContractType.Auction => ContractSegment.Auctions,
        ContractType.Courier => ContractSegment.Couriers,
        ContractType.ItemExchange when LinesState == LinesState.Read =>
            IsWantToBuy ? ContractSegment.Wanted : IsShipContract ? ContractSegment.Ships : OffersBlueprints ? ContractSegment.Blueprints : ContractSegment.Goods,
        _ => null,
    };

    /// <summary>Whether it is in one of these segments, or may be once its lines are read (B2).</summary>
    public bool MayBeIn(IReadOnlyList<ContractSegment> segments) => (Type, LinesState.IsUnread()) is (ContractType.ItemExchange, true)
        ? segments.Any(segment => segment is not (ContractSegment.Auctions or ContractSegment.Couriers))
        : Name is { } name && segments.Contains(name);
}
