using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.InMemory;

/// <summary>
/// Every open contract with its lines, the names that answers use and what the sweeps covered, as one version of the database tells
/// them. Nothing in it ever changes, so readers share it and never wait (decision 20).
/// </summary>
internal sealed class LiveMarket
{
    public required MarketVersion Version { get; init; }

    /// <summary><c>live</c>, <c>sample</c>, or null while nothing was ever stored.</summary>
    public required string? Source { get; init; }

    /// <summary>Every region that was ever asked for, by id.</summary>
    public required IReadOnlyList<TriedRegion> Tried { get; init; }

    public required IReadOnlyList<BlockView> Blocks { get; init; }

    public required PublishedDictionaries Dictionaries { get; init; }

    /// <summary>The titles of contracts, by code.</summary>
    public required SearchableTexts.PublishedTexts Titles { get; init; }

    public required TypeNames TypeNames { get; init; }

    public required Lazy<ShipOrder> ShipOrder { get; init; }

    public required Lazy<PlaceFacts> Places { get; init; }

    /// <summary>Open contracts, those past their date among them.</summary>
    public required int Count { get; init; }

    /// <summary>All open contracts with their lines as one number, the same in every process that holds the same (<see cref="RowDigest"/>).</summary>
    public required ulong Digest { get; init; }

    /// <summary>What its rows take, in bytes, names and texts apart.</summary>
    public long Bytes => Blocks.Sum(view => view.Block.Bytes);

    public VisibleContract Read(RowAt row) => Blocks[row.Block].Block.Read(row.At, Dictionaries);
}

/// <summary>A region that was ever asked for. <paramref name="AsOf"/> is null where no sweep of it was good yet.</summary>
public sealed record TriedRegion(RegionId RegionId, DateTimeOffset? AsOf, int Version);

/// <summary>The rows of a block that one state sees: the first so many, less those that died.</summary>
/// <param name="Block">Shared with other states.</param>
/// <param name="Alive">A bit a row; no bit behind the state's last row is set.</param>
/// <param name="IsComplete">Whether the block takes no more rows, so that the state knows all that is in it.</param>
internal sealed record BlockView(ContractBlock Block, ulong[] Alive, bool IsComplete)
{
    /// <summary>The order of the rows by a sort. Null where it is not known and may not be made (<see cref="MakingBudget"/>).</summary>
    public RowOrder? OrderBy(int sort, Func<ContractBlock, int, long> keys, long none, MakingBudget making) =>
        !IsComplete ? null : Block.OrderBy(sort) ?? (making.Take() ? Block.KeepOrder(sort, RowOrder.Of(keys, none, Block)) : null);

    /// <summary>The rows by the kinds of their lines; null as in <see cref="OrderBy"/>.</summary>
    public LinePostings? Postings(MakingBudget making) =>
        !IsComplete ? null : Block.Postings ?? (making.Take() ? Block.Postings = new LinePostings(Block) : null);
}

/// <summary>Where a row is.</summary>
internal readonly record struct RowAt(int Block, int At);
