using System.Linq.Expressions;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.InMemory.Following;

/// <summary>The marks from a version on.</summary>
public sealed class MarksSince : Specification<MarketMark>
{
    public MarksSince(long version) => Query.Where(mark => mark.Version >= version);
}

/// <summary>Every region that was ever asked for, by id, and when its last good sweep was.</summary>
public sealed class TriedRegions : Specification<RegionCoverage, TriedRegion>
{
    public TriedRegions()
    {
        Query.OrderBy(coverage => coverage.Id);
        Query.Select(coverage => new TriedRegion(coverage.Id, coverage.AsOf, coverage.Version));
    }
}

/// <summary>All contracts that are open, by id.</summary>
public sealed class EveryOpenContract : Specification<Contract>
{
    public EveryOpenContract() => Query.Where(Contract.IsOpen).OrderBy(contract => contract.Id);
}

/// <summary>The lines of all contracts that are open, those of one contract together.</summary>
public sealed class EveryOpenLine : Specification<Contract, LiveLine>
{
    public EveryOpenLine()
    {
        Query.Where(Contract.IsOpen).OrderBy(contract => contract.Id);
        Query.SelectMany(LinesOf.Contract);
    }
}

/// <summary>Contracts, open and closed, that changed in a later version.</summary>
public sealed class ContractsChangedSince : Specification<Contract>
{
    public ContractsChangedSince(long version) => Query.Where(contract => contract.ChangedIn > version);
}

/// <summary>
/// The lines of those that are open, those of one contract together. In the order of the index on versions: by id alone, SQLite would
/// pass by every contract for the sake of the order.
/// </summary>
public sealed class LinesChangedSince : Specification<Contract, LiveLine>
{
    public LinesChangedSince(long version)
    {
        Query.Where(Contract.IsOpen).Where(contract => contract.ChangedIn > version).OrderBy(contract => contract.ChangedIn).ThenBy(contract => contract.Id);
        Query.SelectMany(LinesOf.Contract);
    }
}

/// <summary>Reference data that changed in a later version; all of it since -1.</summary>
public sealed class RowsChangedSince<T> : Specification<T>
    where T : class, IFollowed
{
    public RowsChangedSince(long version) => Query.Where(row => row.ChangedIn > version);
}

internal static class LinesOf
{
    public static readonly Expression<Func<Contract, IEnumerable<LiveLine>>> Contract = contract => contract.Lines.Select(line =>
        new LiveLine(
            line.ContractId, line.TypeId, line.CategoryId, line.GroupId, line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency,
            line.TimeEfficiency));

    /// <summary>The same of a contract that was loaded with its lines.</summary>
    public static readonly Func<Contract, IEnumerable<LiveLine>> Loaded = Contract.Compile();
}
