using HangarBay.Application.Abstractions;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// Compares a slice of the market in memory with the database, in the snapshot from which the market was loaded. The slices follow one
/// another by id. After the last slice the first one comes again.
/// </summary>
internal sealed class MarketProof(IReadRepository<Contract> contracts)
{
    /// <summary>Number of slices of the whole market; at one slice a minute, all of them take an hour.</summary>
    private const int Slices = 60;

    private const int LeastAtOnce = 500;

    /// <param name="memory">The memory at the snapshot's version, already published.</param>
    /// <param name="above">The id at which the previous slice ended.</param>
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

    /// <summary>Returns the names of the columns that differ.</summary>
    private static List<string> Compare(MarketMemory memory, Contract contract)
    {
        if (memory.Find(contract.Id) is not { } row) return ["not held"];
        var (held, stored) = (memory.Last.Read(row), contract.Visible with { AcceptedSeen = false, EarlierClosedAt = null, EarlierClosure = null });
        var columns = held == stored
            ? []
            : typeof(VisibleContract).GetProperties().Where(column => !Equals(column.GetValue(held), column.GetValue(stored))).Select(column => column.Name).ToList();
        var lines = memory.KindsOf(LinesOf.Loaded(contract));
        if (!lines.SetEquals(memory.Last.Blocks[row.Block].Block.LinesOf(row.At).ToArray())) columns.Add("Lines");
        if (memory.Last.ReadGoods(row) != ContractGoods.Of(contract)) columns.Add("Goods");
        return columns;
    }
}

/// <param name="Differences">The differences, one text for each contract, fit for the log.</param>
/// <param name="UpTo">The id above which the next slice begins; 0 for the first slice.</param>
internal sealed record ProvenSlice(IReadOnlyList<string> Differences, long UpTo);

/// <summary>The next open contracts above an id, ordered by id, with their lines.</summary>
public sealed class OpenContractsAbove : Specification<Contract>
{
    public OpenContractsAbove(ContractId id, int most) => Query
        .Where(Contract.IsOpen)
        .Where(contract => contract.Id > id)
        .OrderBy(contract => contract.Id)
        .Take(most)
        .Include(contract => contract.Lines);
}
