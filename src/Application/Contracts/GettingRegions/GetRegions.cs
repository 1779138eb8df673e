using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GettingRegions;

/// <summary>The regions with a good sweep, and how many live contracts start in each (B11).</summary>
public sealed record GetRegions : IRequest<RegionList>, IReadFromText, ILimitedQuestion
{
    /// <summary>A filter of the contracts that are counted; null means no filter.</summary>
    public ContractType? ContractType { get; init; }

    /// <inheritdoc cref="ContractType"/>
    public bool? IsShipContract { get; init; }

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}

/// <summary>Sorted by name; regions without a name come last.</summary>
public sealed record RegionList(IReadOnlyList<RegionEntry> Regions);

/// <summary>
/// <paramref name="Name"/> is null where it is unknown. <paramref name="Total"/> is what a list of this region alone shows with the filters
/// of the request. <paramref name="SegmentCounts"/> is what that list shows for its segments (B10).
/// </summary>
public sealed record RegionEntry(int RegionId, string? Name, DateTimeOffset AsOf, int Total, SegmentCounts SegmentCounts);
