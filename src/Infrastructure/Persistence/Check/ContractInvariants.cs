using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Infrastructure.Persistence.Check;

/// <summary>The invariants of single contracts. Each has a query for the contracts that violate it.</summary>
internal static class ContractInvariants
{
    public static IReadOnlyList<(string Says, Func<HangarBayDbContext, IQueryable<ContractId>> Offenders)> All { get; } =
    [
        ("A line belongs to a contract.", OrphanedLines),
        ("A contract that was read has lines (M5).", Where(c => c.LinesState == LinesState.Read && !c.Lines.Any())),
        ("A contract that was not read has no lines (M5).", Where(c => c.LinesState != LinesState.Read && c.Lines.Any())),
        ("Only exchanges and auctions wait for lines.", Where(c => c.LinesState == LinesState.Pending
            && c.Type != ContractType.ItemExchange && c.Type != ContractType.Auction)),
        ("A closed contract has evidence of its end, and an open contract has none (M8).", Where(c =>
            (c.ClosedAt == null) != (c.Closure == null) || (c.EarlierClosedAt == null) != (c.EarlierClosure == null))),
        ("Only a sweep closes: a region that was never swept has no closed contracts (M8).", ClosedWithoutASweep),
        ("A database that holds contracts names their source (M11).", ContractsOfNoSource),
        ("Only auctions have a buyout, and it is above 0 (M12).", Where(c => c.Buyout != null && (c.Type != ContractType.Auction || c.Buyout == default(Domain.Isk)))),
        ("Only couriers have collateral, days to complete and an end (M12).", Where(c => c.Type != ContractType.Courier
            && (c.Collateral != null || c.DaysToComplete != null || c.EndLocationId != null))),
        ("Only exchanges and auctions have a price (M12).", Where(c => c.Price != null
            && c.Type != ContractType.ItemExchange && c.Type != ContractType.Auction)),
        ("Only couriers and exchanges have a reward (M12).", Where(c => c.Reward != null
            && c.Type != ContractType.ItemExchange && c.Type != ContractType.Courier)),
        ("A want-to-buy has no price (M12).", Where(c =>
            c.LinesState == LinesState.Read && c.Type == ContractType.ItemExchange && c.IsWantToBuy && c.Price != null)),
        ("A reward per volume needs both (M12).", Where(c => c.RewardPerVolume != null && (c.Reward == null || c.Volume == null || c.Volume <= 0))),
        ("A ship contract offers a ship, and any other contract offers none.", Ships),
        ("An offered line has the category and group of its type, and a requested line has none.", Classes),
        ("A blueprint copy contract offers copies, and any other contract offers none.", Where(c =>
            c.IsBlueprintCopyContract != c.Lines.Any(line => line.IsIncluded && line.IsBlueprintCopy))),
        ("Blueprint copies are counted right.", Where(c => c.BlueprintCopyCount != c.Lines.Count(line => line.IsIncluded && line.IsBlueprintCopy))),
        ("A want-to-buy only requests items, and any other contract that was read offers an item.", Where(c =>
            c.IsWantToBuy != (c.LinesState == LinesState.Read && !c.Lines.Any(line => line.IsIncluded)))),
        ("A headline names one of the lines.", Where(c => c.HeadlineTypeId == null
            ? c.LinesState == LinesState.Read
            : !c.Lines.Any(line => line.TypeId == c.HeadlineTypeId && line.IsIncluded != c.IsWantToBuy))),
        ("A headline tells how many of its type there are.", Where(c => c.HeadlineTypeId == null
            ? c.HeadlineQuantity != null
            : c.HeadlineQuantity != c.Lines.Where(line => line.TypeId == c.HeadlineTypeId && line.IsIncluded != c.IsWantToBuy).Sum(line => line.Quantity))),
        ("Bids are counted right, none where they are unread.", Where(c => (c.BidCount ?? 0) != c.Bids.Count)),
        ("The current bid is the highest one.", Where(c => c.CurrentBid == null
            ? c.Bids.Any()
            : !c.Bids.Any(b => b.Amount == c.CurrentBid) || c.Bids.Any(b => b.Amount > c.CurrentBid))),
        ("The price for filters is the current bid, or else the price (M12).", Where(c => c.PriceNow != (c.CurrentBid ?? c.Price))),
        ("No contract changed in a version that the market has not reached.", ChangedInTheFuture),
    ];

    private static Func<HangarBayDbContext, IQueryable<ContractId>> Where(System.Linq.Expressions.Expression<Func<Contract, bool>> isWrong) =>
        context => context.Set<Contract>().Where(isWrong).Select(contract => contract.Id);

    private static IQueryable<ContractId> OrphanedLines(HangarBayDbContext context) => context.Set<ContractLine>()
        .Where(line => !context.Set<Contract>().Any(contract => contract.Id == line.ContractId))
        .Select(line => line.ContractId).Distinct();

    private static IQueryable<ContractId> ClosedWithoutASweep(HangarBayDbContext context) => context.Set<Contract>()
        .Where(contract => contract.ClosedAt != null
            && !context.Set<RegionCoverage>().Any(coverage => coverage.Id == contract.RegionId && coverage.AsOf != null))
        .Select(contract => contract.Id);

    private static IQueryable<ContractId> ContractsOfNoSource(HangarBayDbContext context) => context.Set<Contract>()
        .Where(contract => !context.Set<MarketState>().Any())
        .Select(contract => contract.Id);

    private static IQueryable<ContractId> ChangedInTheFuture(HangarBayDbContext context) => context.Set<Contract>()
        .Where(contract => context.Set<MarketState>().Any(state => contract.ChangedIn > state.Version))
        .Select(contract => contract.Id);

    /// <summary>
    /// Uses the catalogue as it is now. So it also reports a contract whose type was added to the catalogue after the contract was read.
    /// </summary>
    private static IQueryable<ContractId> Ships(HangarBayDbContext context) => context.Set<Contract>()
        .Where(contract => contract.IsShipContract != contract.Lines.Any(line => line.IsIncluded
            && context.Set<ItemType>().Any(type => type.Id == line.TypeId && type.CategoryId == CategoryId.Ship)))
        .Select(contract => contract.Id);

    private static IQueryable<ContractId> Classes(HangarBayDbContext context) => context.Set<ContractLine>()
        .Where(line => line.IsIncluded
            ? context.Set<ItemType>().Any(type => type.Id == line.TypeId && (type.CategoryId != line.CategoryId || type.GroupId != line.GroupId))
            : line.CategoryId != null || line.GroupId != null)
        .Select(line => line.ContractId).Distinct();
}
