using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>A column of the list: the name of its text, what it sorts by (null: nothing), and the direction of a first click.</summary>
public sealed record Column(string Name, ContractSort? Sort = null, SortDirection First = SortDirection.Asc, bool IsFigure = false)
{
    /// <summary>The classes for the stylesheet.</summary>
    public string Class { get; } = IsFigure ? $"{Name} figure" : Name;
}

/// <summary>The columns of a view. Those of blueprints are added where its rows have any.</summary>
public static class Columns
{
    public static readonly Column Item = new("Item", ContractSort.ShipName);
    public static readonly Column Route = new("Route");
    public static readonly Column Runs = new("Runs", IsFigure: true);
    public static readonly Column MaterialEfficiency = new("Me", IsFigure: true);
    public static readonly Column TimeEfficiency = new("Te", IsFigure: true);
    public static readonly Column Price = new("Price", ContractSort.Price, IsFigure: true);
    public static readonly Column Bid = new("Bid", ContractSort.Price, IsFigure: true);
    public static readonly Column Buyout = new("Buyout", ContractSort.Buyout, IsFigure: true);
    public static readonly Column Each = new("Each", ContractSort.UnitPrice, IsFigure: true);
    public static readonly Column PerRun = new("PerRun", ContractSort.UnitPrice, IsFigure: true);
    public static readonly Column Reward = new("Reward", ContractSort.Reward, SortDirection.Desc, IsFigure: true);
    public static readonly Column Collateral = new("Collateral", ContractSort.Collateral, IsFigure: true);
    public static readonly Column Volume = new("Volume", ContractSort.Volume, IsFigure: true);
    public static readonly Column PerVolume = new("PerVolume", ContractSort.RewardPerVolume, SortDirection.Desc, IsFigure: true);
    public static readonly Column Days = new("Days", ContractSort.DaysToComplete, IsFigure: true);
    public static readonly Column Location = new("Location");
    public static readonly Column Issued = new("Issued", ContractSort.DateIssued, SortDirection.Desc, IsFigure: true);
    public static readonly Column Left = new("Left", ContractSort.DateExpired, IsFigure: true);

    private static readonly Column[] Anything = [Item, Price, Location, Issued, Left];
    private static readonly Column[] Blueprints = [Item, Runs, MaterialEfficiency, TimeEfficiency, Price, PerRun, Location, Issued, Left];
    private static readonly Column[] Goods = [Item, Price, Each, Location, Issued, Left];
    private static readonly Column[] Wanted = [Item, Reward, Location, Issued, Left];
    private static readonly Column[] Auctions = [Item, Bid, Buyout, Location, Issued, Left];
    private static readonly Column[] Couriers = [Route, Reward, Collateral, Volume, PerVolume, Days, Issued, Left];

    public static IReadOnlyList<Column> Of(ContractsView view) => view.Segment switch
    {
        ContractSegment.Blueprints => Blueprints,
        ContractSegment.Goods => Goods,
        ContractSegment.Wanted => Wanted,
        ContractSegment.Auctions => Auctions,
        ContractSegment.Couriers => Couriers,
        // What is offered alone has a price for one.
        _ => view.Filters.IsSingle == true ? Goods : Anything,
    };

    public static IReadOnlyList<Column> WithBlueprints(this IReadOnlyList<Column> columns) =>
        columns.Contains(Runs) ? columns : [columns[0], Runs, MaterialEfficiency, TimeEfficiency, .. columns.Skip(1)];
}
