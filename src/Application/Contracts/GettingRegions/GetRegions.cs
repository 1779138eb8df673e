using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GettingRegions;

/// <summary>The regions with a good sweep, and how many live contracts start in each (B11).</summary>
public sealed record GetRegions : IRequest<RegionList>, IReadFromText, ILimitedQuestion
{
    /// <summary>What the lists that are counted ask for besides; null: nothing.</summary>
    public ContractType? ContractType { get; init; }

    /// <inheritdoc cref="ContractType"/>
    public bool? IsShipContract { get; init; }

    public Language Lang { get; init; }

    public IReadOnlyList<UnreadableParameter> Unreadable { get; init; } = [];
}

/// <summary>By name, those without one last.</summary>
public sealed record RegionList(IReadOnlyList<RegionEntry> Regions);

/// <summary>
/// <paramref name="Name"/> is null where it is unknown; <paramref name="Total"/> is what a list of this region alone shows, of the
/// kind and ships asked for, <paramref name="SegmentCounts"/> what it promises of the segments (B10).
/// </summary>
public sealed record RegionEntry(int RegionId, string? Name, DateTimeOffset AsOf, int Total, SegmentCounts SegmentCounts);
