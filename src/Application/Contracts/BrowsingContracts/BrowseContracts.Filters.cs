using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using Table = HangarBay.Application.Contracts.Filters.ContractFilters;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <content>The filters of <see cref="Given"/> by name. Null or an empty list: not set.</content>
public sealed partial record BrowseContracts
{
    /// <summary>Words and "phrases", see B3.</summary>
    public string? Search
    {
        get => Table.Search.In(Given);
        init => Given = Given.With(Table.Search, value);
    }

    /// <summary>For an auction, the current bid where it is known (M12).</summary>
    public decimal? MinPrice
    {
        get => Table.Price.In(Given).Min;
        init => Given = Table.Price.WithMin(Given, value);
    }

    /// <inheritdoc cref="MinPrice"/>
    public decimal? MaxPrice
    {
        get => Table.Price.In(Given).Max;
        init => Given = Table.Price.WithMax(Given, value);
    }

    public decimal? MinCollateral
    {
        get => Table.Collateral.In(Given).Min;
        init => Given = Table.Collateral.WithMin(Given, value);
    }

    public decimal? MaxCollateral
    {
        get => Table.Collateral.In(Given).Max;
        init => Given = Table.Collateral.WithMax(Given, value);
    }

    public decimal? MinReward
    {
        get => Table.Reward.In(Given).Min;
        init => Given = Table.Reward.WithMin(Given, value);
    }

    public decimal? MaxReward
    {
        get => Table.Reward.In(Given).Max;
        init => Given = Table.Reward.WithMax(Given, value);
    }

    /// <summary>One offered line must meet the filters of runs, efficiencies, types, categories and groups together (B4).</summary>
    public int? MinRuns
    {
        get => (int?)Table.Runs.In(Given).Min;
        init => Given = Table.Runs.WithMin(Given, value);
    }

    public int? MaxRuns
    {
        get => (int?)Table.Runs.In(Given).Max;
        init => Given = Table.Runs.WithMax(Given, value);
    }

    public int? MinMe
    {
        get => (int?)Table.MaterialEfficiency.In(Given).Min;
        init => Given = Table.MaterialEfficiency.WithMin(Given, value);
    }

    public int? MaxMe
    {
        get => (int?)Table.MaterialEfficiency.In(Given).Max;
        init => Given = Table.MaterialEfficiency.WithMax(Given, value);
    }

    public int? MinTe
    {
        get => (int?)Table.TimeEfficiency.In(Given).Min;
        init => Given = Table.TimeEfficiency.WithMin(Given, value);
    }

    public int? MaxTe
    {
        get => (int?)Table.TimeEfficiency.In(Given).Max;
        init => Given = Table.TimeEfficiency.WithMax(Given, value);
    }

    /// <summary>Regions the contract starts in (B6).</summary>
    public IReadOnlyList<RegionId> RegionIds
    {
        get => Table.Regions.In(Given);
        init => Given = Table.Regions.With(Given, value);
    }

    /// <summary>Systems the contract starts in (B6).</summary>
    public IReadOnlyList<SystemId> SystemIds
    {
        get => Table.Systems.In(Given);
        init => Given = Table.Systems.With(Given, value);
    }

    /// <summary>Stations and structures the contract starts at (B6).</summary>
    public IReadOnlyList<LocationId> StationIds
    {
        get => Table.Stations.In(Given);
        init => Given = Table.Stations.With(Given, value);
    }

    /// <summary>The security band of the start; an unknown system has no band.</summary>
    public IReadOnlyList<SecurityBand> Security
    {
        get => Table.Security.In(Given);
        init => Given = Table.Security.With(Given, value);
    }

    public IReadOnlyList<TypeId> TypeIds
    {
        get => Table.Types.In(Given);
        init => Given = Table.Types.With(Given, value);
    }

    public IReadOnlyList<ContractType> ContractTypes
    {
        get => Table.ContractTypes.In(Given);
        init => Given = Table.ContractTypes.With(Given, value);
    }

    /// <summary>
    /// The segments as players call them (B12). With <see cref="ContractSegment.Wanted"/> a search and the item filters look at requested lines
    /// of want-to-buys.
    /// </summary>
    public IReadOnlyList<ContractSegment> Segments
    {
        get => Table.Segments.In(Given);
        init => Given = Table.Segments.With(Given, value);
    }

    /// <summary>True: one key alone is offered and nothing requested, and item filters look at that key (B13). False: the complement.</summary>
    public bool? IsSingle
    {
        get => Table.Singles.In(Given);
        init => Given = Given.With(Table.Singles, value);
    }

    /// <summary>The price of one unit of a single contract's key, of one run where it is a copy (B13).</summary>
    public decimal? MinUnitPrice
    {
        get => Table.UnitPrice.In(Given).Min;
        init => Given = Table.UnitPrice.WithMin(Given, value);
    }

    /// <inheritdoc cref="MinUnitPrice"/>
    public decimal? MaxUnitPrice
    {
        get => Table.UnitPrice.In(Given).Max;
        init => Given = Table.UnitPrice.WithMax(Given, value);
    }

    public IReadOnlyList<CategoryId> CategoryIds
    {
        get => Table.Categories.In(Given);
        init => Given = Table.Categories.With(Given, value);
    }

    public IReadOnlyList<GroupId> GroupIds
    {
        get => Table.Groups.In(Given);
        init => Given = Table.Groups.With(Given, value);
    }

    /// <summary>True: the one line is a copy. False: no offered line is a copy, which is the complement (B4).</summary>
    public bool? IsBpc
    {
        get => Table.Copies.In(Given);
        init => Given = Given.With(Table.Copies, value);
    }

    public bool? IsShipContract
    {
        get => Table.Ships.In(Given);
        init => Given = Given.With(Table.Ships, value);
    }
}
