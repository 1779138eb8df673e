using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>The one row there is, or none while nothing was ever stored.</summary>
public sealed class TheMarket : Specification<MarketState>
{
    public TheMarket() => Query.Where(state => state.Id == MarketState.OnlyId);
}

/// <summary>Regions with a good sweep, by id.</summary>
public sealed class SweptRegions : Specification<RegionCoverage, SweptRegion>
{
    public SweptRegions()
    {
        Query.Where(coverage => coverage.AsOf != null).OrderBy(coverage => coverage.Id);
        Query.Select(coverage => new SweptRegion(coverage.Id, coverage.AsOf!.Value));
    }
}

public sealed record SweptRegion(RegionId RegionId, DateTimeOffset AsOf);
