using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.Status;

/// <summary>Every region that was ever tried, by id, without its pages.</summary>
public sealed class RegionsTried : Specification<RegionCoverage>
{
    public RegionsTried() => Query.OrderBy(coverage => coverage.Id);
}

/// <summary>Every live contract (B1).</summary>
public sealed class LiveContracts : Specification<Contract>
{
    public LiveContracts(DateTimeOffset marketInstant) =>
        Query.Where(Contract.IsLiveAt(marketInstant));
}

/// <summary>Live contracts whose lines are in this state.</summary>
public sealed class LiveInLinesState : Specification<Contract>
{
    public LiveInLinesState(DateTimeOffset marketInstant, LinesState state) => Query
        .Where(Contract.IsLiveAt(marketInstant))
        .Where(contract => contract.LinesState == state);
}

/// <summary>Contracts that a sweep found gone since the instant.</summary>
public sealed class ClosedSince : Specification<Contract>
{
    public ClosedSince(DateTimeOffset instant) => Query.Where(contract => contract.ClosedAt != null && contract.ClosedAt >= instant);
}

/// <summary>What was set aside in some region's list (M9).</summary>
public sealed class QuarantinedInRegions : Specification<QuarantineEntry>
{
    public QuarantinedInRegions() => Query.Where(entry => entry.RegionId != null);
}

/// <summary>Every job of the sync that ever ran.</summary>
public sealed class EveryJob : Specification<SyncJob>;
