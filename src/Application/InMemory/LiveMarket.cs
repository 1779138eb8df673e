using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory;

/// <summary>
/// Every open contract with its lines, the names that answers use, and the regions with their sweeps, all of one version of the database.
/// Nothing in it ever changes, so readers share it and never wait (decision 20).
/// </summary>
internal sealed class LiveMarket
{
    public required MarketVersion Version { get; init; }

    /// <summary><c>live</c>, <c>sample</c>, or null while nothing was ever stored.</summary>
    public required string? Source { get; init; }

    /// <summary>Every region that was ever requested, ordered by id.</summary>
    public required IReadOnlyList<TriedRegion> Tried { get; init; }

    public required IReadOnlyList<BlockView> Blocks { get; init; }

    public required PublishedDictionaries Dictionaries { get; init; }

    /// <summary>The titles of contracts, by code.</summary>
    public required SearchableTexts.PublishedTexts Titles { get; init; }

    public required TypeNames TypeNames { get; init; }

    /// <summary>The names of all things that have one, in the form that is compared.</summary>
    public required MarketNames Names { get; init; }

    public required Lazy<ShipOrder> ShipOrder { get; init; }

    public required Lazy<PlaceFacts> Places { get; init; }

    /// <summary>Number of open contracts, including those past their expiry date.</summary>
    public required int Count { get; init; }

    /// <summary>A digest of all open contracts with their lines, equal in all processes that hold the same data (<see cref="RowDigest"/>).</summary>
    public required ulong Digest { get; init; }

    /// <summary>Size of its rows in bytes, without names and texts.</summary>
    public long Bytes => Blocks.Sum(view => view.Block.Bytes);

    public VisibleContract Read(RowAt row) => Blocks[row.Block].Block.Read(row.At, Dictionaries);

    public ContractGoods ReadGoods(RowAt row) => Blocks[row.Block].Block.ReadGoods(row.At, Dictionaries);
}

/// <summary>A region that was ever requested. <paramref name="AsOf"/> is null if no sweep of it was good yet.</summary>
public sealed record TriedRegion(RegionId RegionId, DateTimeOffset? AsOf, int Version);

/// <summary>The rows of a block that one state sees: those up to the state's last row that are alive.</summary>
/// <param name="Block">Shared with other states.</param>
/// <param name="Alive">One bit for each row; no bit after the state's last row is set.</param>
/// <param name="IsComplete">Whether the block takes no more rows, so that the state knows all its rows.</param>
internal sealed record BlockView(ContractBlock Block, ulong[] Alive, bool IsComplete)
{
    /// <summary>
    /// The order of the rows by a sort. Null if the block is not complete, or if the order does not exist yet and the
    /// <see cref="MakingBudget"/> is spent.
    /// </summary>
    public RowOrder? OrderBy(int sort, Func<ContractBlock, int, long> keys, long none, MakingBudget making) =>
        !IsComplete ? null : Block.OrderBy(sort) ?? (making.Take() ? Block.KeepOrder(sort, RowOrder.Of(keys, none, Block)) : null);

    /// <summary>The rows indexed by the kinds of their lines; null in the same cases as <see cref="OrderBy"/>.</summary>
    public LinePostings? Postings(MakingBudget making) =>
        !IsComplete ? null : Block.Postings ?? (making.Take() ? Block.Postings = new LinePostings(Block) : null);
}

/// <summary>The place of a row: the number of its block, and its index there.</summary>
internal readonly record struct RowAt(int Block, int At);
