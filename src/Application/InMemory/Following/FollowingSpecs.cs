using System.Linq.Expressions;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;

namespace HangarBay.Application.InMemory.Following;

/// <summary>The marks of a version and of all later ones.</summary>
public sealed class MarksSince : Specification<MarketMark>
{
    public MarksSince(long version) => Query.Where(mark => mark.Version >= version);
}

/// <summary>Every region that was ever requested, ordered by id, with the time of its last good sweep.</summary>
public sealed class TriedRegions : Specification<RegionCoverage, TriedRegion>
{
    public TriedRegions()
    {
        Query.OrderBy(coverage => coverage.Id);
        Query.Select(coverage => new TriedRegion(coverage.Id, coverage.AsOf, coverage.Version));
    }
}

/// <summary>All open contracts, ordered by id.</summary>
public sealed class EveryOpenContract : Specification<Contract>
{
    public EveryOpenContract() => Query.Where(Contract.IsOpen).OrderBy(contract => contract.Id);
}

/// <summary>The lines of all open contracts. The lines of one contract come together.</summary>
public sealed class EveryOpenLine : Specification<Contract, LiveLine>
{
    public EveryOpenLine()
    {
        Query.Where(Contract.IsOpen).OrderBy(contract => contract.Id);
        Query.SelectMany(LinesOf.Contract);
    }
}

/// <summary>Open and closed contracts that changed in a later version.</summary>
public sealed class ContractsChangedSince : Specification<Contract>
{
    public ContractsChangedSince(long version) => Query.Where(contract => contract.ChangedIn > version);
}

/// <summary>
/// The lines of open contracts that changed in a later version. The lines of one contract come together. The order is that of the
/// index on versions: if ordered by id alone, SQLite would visit every contract to get that order.
/// </summary>
public sealed class LinesChangedSince : Specification<Contract, LiveLine>
{
    public LinesChangedSince(long version)
    {
        Query.Where(Contract.IsOpen).Where(contract => contract.ChangedIn > version).OrderBy(contract => contract.ChangedIn).ThenBy(contract => contract.Id);
        Query.SelectMany(LinesOf.Contract);
    }
}

/// <summary>Reference data that changed in a later version; with -1, all of it.</summary>
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
            line.TimeEfficiency, line.Quantity));

    /// <summary>The same for a contract that was loaded with its lines.</summary>
    public static readonly Func<Contract, IEnumerable<LiveLine>> Loaded = Contract.Compile();
}
