using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Holds a slice of the market in memory against the database, in the snapshot that brought it there: by id, one slice after another,
/// until all of it is proven and it begins again.
/// </summary>
internal sealed class MarketProof(IReadRepository<Contract> contracts)
{
    /// <summary>So many slices are the whole market: with one a minute, an hour's worth.</summary>
    private const int Slices = 60;

    private const int LeastAtOnce = 500;

    /// <param name="memory">Of the version that the snapshot tells, published.</param>
    /// <param name="above">Where the slice before ended.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ProvenSlice> ProveAsync(MarketMemory memory, long above, CancellationToken cancellationToken)
    {
        var size = Math.Max(LeastAtOnce, (memory.Count / Slices) + 1);
        var stored = await contracts.ListAsync(new OpenContractsAbove(new ContractId(above), size), cancellationToken);
        var isLast = stored.Count < size;
        var upTo = isLast ? long.MaxValue : stored[^1].Id.Value;
        var differences = new List<string>();
        foreach (var contract in stored)
        {
            if (Compare(memory, contract) is { Count: > 0 } columns) differences.Add($"contract {contract.Id}: {string.Join(", ", columns)}");
        }

        var known = stored.Select(contract => contract.Id).ToHashSet();
        differences.AddRange(memory.Between(above, upTo).Where(id => !known.Contains(id)).Select(id => $"contract {id}: not open any more"));
        return new ProvenSlice(differences, isLast ? 0 : upTo);
    }

    /// <summary>The columns that differ.</summary>
    private static List<string> Compare(MarketMemory memory, Contract contract)
    {
        if (memory.Find(contract.Id) is not { } row) return ["not held"];
        var (held, stored) = (memory.Last.Read(row), contract.Visible with { AcceptedSeen = false, EarlierClosedAt = null, EarlierClosure = null });
        var columns = held == stored
            ? []
            : typeof(VisibleContract).GetProperties().Where(column => !Equals(column.GetValue(held), column.GetValue(stored))).Select(column => column.Name).ToList();
        var lines = memory.KindsOf(LinesOf.Loaded(contract));
        if (!lines.SetEquals(memory.Last.Blocks[row.Block].Block.LinesOf(row.At).ToArray())) columns.Add("Lines");
        return columns;
    }
}

/// <param name="Differences">What differs, a contract each, as it may be logged.</param>
/// <param name="UpTo">Where the next slice begins; 0 where that is the beginning.</param>
internal sealed record ProvenSlice(IReadOnlyList<string> Differences, long UpTo);

/// <summary>The next open contracts by id, with their lines.</summary>
public sealed class OpenContractsAbove : Specification<Contract>
{
    public OpenContractsAbove(ContractId id, int most) => Query
        .Where(Contract.IsOpen)
        .Where(contract => contract.Id > id)
        .OrderBy(contract => contract.Id)
        .Take(most)
        .Include(contract => contract.Lines);
}
