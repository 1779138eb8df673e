using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>
/// The live contracts that meet every filter given (section "Browsing" of docs/rules.md). Null or an empty list: no
/// filter. Amounts in ISK.
/// </summary>
public sealed record BrowseContracts : IRequest<ContractPage>, IReadFromText
{
    public const int MaxSize = 100;
    public const int MaxValues = 200;

    /// <summary>Words and "phrases", see B3.</summary>
    public string? Search { get; init; }

    public decimal? MinPrice { get; init; }

    public decimal? MaxPrice { get; init; }

    /// <summary>Regions the contract starts in (B6).</summary>
    public IReadOnlyList<RegionId> RegionIds { get; init; } = [];

    /// <summary>Offers one line of one of these types (B4).</summary>
    public IReadOnlyList<TypeId> TypeIds { get; init; } = [];

    public ContractType? ContractType { get; init; }

    public bool? IsShipContract { get; init; }

    /// <summary>From 1; a page past the end is empty (B9).</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page, 1 to 100.</summary>
    public int Size { get; init; } = 50;

    public ContractSort SortBy { get; init; } = ContractSort.DateIssued;

    public SortDirection SortDirection { get; init; } = SortDirection.Desc;

    /// <summary>The reader's: for names in the answer, and for searching them.</summary>
    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}
