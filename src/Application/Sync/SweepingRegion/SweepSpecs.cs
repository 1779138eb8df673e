using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>A region's coverage with its pages.</summary>
public sealed class CoverageOfRegion : Specification<RegionCoverage>
{
    public CoverageOfRegion(RegionId region) => Query.Where(coverage => coverage.Id == region).Include(coverage => coverage.Pages);
}

/// <summary>A stored contract, with what a sweep compares with the list.</summary>
public sealed record OpenListing(ContractId Id, ContractType Type, long Fingerprint, DateTimeOffset DateExpired);

/// <summary>Every contract of a region that its last good sweep listed.</summary>
public sealed class OpenListings : Specification<Contract, OpenListing>
{
    public OpenListings(RegionId region)
    {
        Query.Where(Contract.IsOpen).Where(contract => contract.RegionId == region);
        Query.Select(contract => new OpenListing(contract.Id, contract.Type, contract.Fingerprint, contract.DateExpired));
    }
}

/// <summary>A region's live rows (B1).</summary>
public sealed class LiveInRegion : Specification<Contract>
{
    public LiveInRegion(RegionId region, DateTimeOffset now) =>
        Query.Where(Contract.IsLiveAt(now)).Where(contract => contract.RegionId == region);
}
