using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// The live contracts that meet every filter given (section "Browsing" of docs/rules.md). Null or an empty list: no
/// filter. Amounts in ISK, efficiencies in per cent; bounds belong to the range.
/// </summary>
public sealed record BrowseContracts : IMarketQuestion<ContractPage>, IReadFromText, ILimitedQuestion
{
    public const int MaxSize = 100;
    public const int MaxValues = 200;
    public const int MaxCursorLength = 1000;

    /// <summary>Words and "phrases", see B3.</summary>
    public string? Search { get; init; }

    /// <summary>Of an auction the current bid where it is known (M12).</summary>
    public decimal? MinPrice { get; init; }

    /// <inheritdoc cref="MinPrice"/>
    public decimal? MaxPrice { get; init; }

    public decimal? MinCollateral { get; init; }

    public decimal? MaxCollateral { get; init; }

    public decimal? MinReward { get; init; }

    public decimal? MaxReward { get; init; }

    /// <summary>Runs, efficiencies, types, category and group are asked of one offered line together (B4).</summary>
    public int? MinRuns { get; init; }

    public int? MaxRuns { get; init; }

    public int? MinMe { get; init; }

    public int? MaxMe { get; init; }

    public int? MinTe { get; init; }

    public int? MaxTe { get; init; }

    /// <summary>Regions the contract starts in (B6).</summary>
    public IReadOnlyList<RegionId> RegionIds { get; init; } = [];

    /// <summary>Systems the contract starts in (B6).</summary>
    public IReadOnlyList<SystemId> SystemIds { get; init; } = [];

    /// <summary>Stations and structures the contract starts at (B6).</summary>
    public IReadOnlyList<LocationId> StationIds { get; init; } = [];

    /// <summary>How safe the start is; an unknown system is of no band.</summary>
    public IReadOnlyList<SecurityBand> Security { get; init; } = [];

    public IReadOnlyList<TypeId> TypeIds { get; init; } = [];

    public ContractType? ContractType { get; init; }

    public CategoryId? CategoryId { get; init; }

    public GroupId? GroupId { get; init; }

    /// <summary>True: the one line is a copy. False: no offered line is one, the complement (B4).</summary>
    public bool? IsBpc { get; init; }

    public bool? IsShipContract { get; init; }

    /// <summary>From 1; a page past the end is empty (B9). Null: the first, or the one the cursor stands before.</summary>
    public int? Page { get; init; }

    /// <summary>Rows a page, 1 to 100.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Where the last page of this very query ended, as that page told; instead of <see cref="Page"/> (B9).</summary>
    public string? Cursor { get; init; }

    public ContractSort SortBy { get; init; } = ContractSort.DateIssued;

    public SortDirection SortDirection { get; init; } = SortDirection.Desc;

    /// <summary>What is counted besides (B17); it changes no row.</summary>
    public IReadOnlyList<FacetFamily> Facets { get; init; } = [];

    /// <summary>The reader's: for names in the answer, and for searching them.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];

    public string? Key => BrowseKey.Of(this);
}
