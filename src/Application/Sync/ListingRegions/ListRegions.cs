using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ListingRegions;

/// <summary>The regions to cover (M1): those asked for, else those configured, else all that ESI lists below id 12,000,000.</summary>
public sealed record ListRegions(IReadOnlyList<RegionId> Asked, bool All = false) : IRequest<IReadOnlyList<RegionId>>
{
    /// <summary>Leaves out the regions whose next sweep lies ahead (M4).</summary>
    public bool DueOnly { get; init; }
}

internal sealed class ListRegionsHandler(
    IEsi esi, IReadRepository<RegionCoverage> coverages, IOptions<MarketOptions> options, TimeProvider time)
    : IRequestHandler<ListRegions, IReadOnlyList<RegionId>>
{
    public async Task<IReadOnlyList<RegionId>> Handle(ListRegions request, CancellationToken cancellationToken)
    {
        var regions = await CoveredAsync(request, cancellationToken);
        if (!request.DueOnly) return regions;

        var waiting = await coverages.ListAsync(new RegionsNotDue(time.GetUtcNow()), cancellationToken);
        return [.. regions.Except(waiting)];
    }

    private async Task<IReadOnlyList<RegionId>> CoveredAsync(ListRegions request, CancellationToken cancellationToken)
    {
        if (request.Asked.Count > 0) return [.. request.Asked.Distinct().Order()];
        if (!request.All && options.Value.RegionIds is { Count: > 0 } configured) return configured;
        return [.. (await esi.GetRegionIdsAsync(cancellationToken)).Where(id => id.IsMarket).Order()];
    }
}

/// <summary>Regions whose next sweep lies ahead.</summary>
public sealed class RegionsNotDue : Specification<RegionCoverage, RegionId>
{
    public RegionsNotDue(DateTimeOffset now)
    {
        // No sweep is delayed longer than this; a later time was set by a wrong clock.
        var latest = now + RegionCoverage.LongestWait;
        Query.Where(coverage => coverage.NextDueAt != null && coverage.NextDueAt > now && coverage.NextDueAt <= latest);
        Query.Select(coverage => coverage.Id);
    }
}
