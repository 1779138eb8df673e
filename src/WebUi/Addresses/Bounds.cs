using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain.Contracts;

namespace HangarBay.WebUi.Addresses;

/// <summary>A lowest and a highest value that a list can be held to.</summary>
/// <param name="Name">What the parameters are called behind <c>min_</c> and <c>max_</c>; among the texts, <c>Filters.Bounds.</c> and this.</param>
/// <param name="IsAmount">Of ISK; else whole numbers.</param>
/// <param name="Min">What a list is held to; null: nothing.</param>
/// <param name="Max">The same.</param>
/// <param name="WithoutMin">The same list, not held to it.</param>
/// <param name="WithoutMax">The same.</param>
public sealed record Bounds(
    string Name,
    bool IsAmount,
    Func<BrowseContracts, decimal?> Min,
    Func<BrowseContracts, decimal?> Max,
    Func<BrowseContracts, BrowseContracts> WithoutMin,
    Func<BrowseContracts, BrowseContracts> WithoutMax)
{
    public static readonly Bounds Price = new(
        "price", true, query => query.MinPrice, query => query.MaxPrice, query => query with { MinPrice = null }, query => query with { MaxPrice = null });

    public static readonly Bounds Collateral = new(
        "collateral", true, query => query.MinCollateral, query => query.MaxCollateral, query => query with { MinCollateral = null }, query => query with { MaxCollateral = null });

    public static readonly Bounds Reward = new(
        "reward", true, query => query.MinReward, query => query.MaxReward, query => query with { MinReward = null }, query => query with { MaxReward = null });

    public static readonly Bounds Runs = new(
        "runs", false, query => query.MinRuns, query => query.MaxRuns, query => query with { MinRuns = null }, query => query with { MaxRuns = null });

    public static readonly Bounds MaterialEfficiency = new(
        "me", false, query => query.MinMe, query => query.MaxMe, query => query with { MinMe = null }, query => query with { MaxMe = null });

    public static readonly Bounds TimeEfficiency = new(
        "te", false, query => query.MinTe, query => query.MaxTe, query => query with { MinTe = null }, query => query with { MaxTe = null });

    public static readonly IReadOnlyList<Bounds> OfBlueprints = [Runs, MaterialEfficiency, TimeEfficiency];

    public static readonly IReadOnlyList<Bounds> All = [Price, Collateral, Reward, .. OfBlueprints];

    private static readonly IReadOnlyList<Bounds> OfCouriers = [Collateral, Reward];
    private static readonly IReadOnlyList<Bounds> OfItems = [Price];

    public string MinName => $"min_{Name}";

    public string MaxName => $"max_{Name}";

    /// <summary>The amounts that a view's segment has.</summary>
    public static IReadOnlyList<Bounds> Of(ContractsView view) =>
        view.HasItems ? OfItems : view.Filters.ContractType == ContractType.Courier ? OfCouriers : [];

    /// <summary>Whether no value can meet both.</summary>
    public bool AreReversed(BrowseContracts query) => Max(query) < Min(query);
}
