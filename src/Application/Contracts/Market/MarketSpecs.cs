using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.Market;

/// <summary>The one row there is, or none while nothing was ever stored.</summary>
public sealed class TheMarket : Specification<MarketState>
{
    public TheMarket() => Query.Where(state => state.Id == MarketState.OnlyId);
}

/// <summary>Every region that was ever asked for, by id, and when its last good sweep was.</summary>
public sealed class TriedRegions : Specification<RegionCoverage, TriedRegion>
{
    public TriedRegions()
    {
        Query.OrderBy(coverage => coverage.Id);
        Query.Select(coverage => new TriedRegion(coverage.Id, coverage.AsOf));
    }
}

/// <summary><paramref name="AsOf"/> is null where no sweep of it was good yet.</summary>
public sealed record TriedRegion(RegionId RegionId, DateTimeOffset? AsOf);
