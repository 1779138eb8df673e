using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// A position in a walk over pages: the sort key and the id of the last row shown, and the number of the next page. <see cref="Kept"/> is a
/// <c>long</c>, a <c>double</c>, a <c>string</c> or null, see <c>SortKey</c>.
/// </summary>
public readonly record struct WalkPosition(int Page, object? Kept, ContractId Id)
{
    /// <summary>The position after the last row of a page.</summary>
    internal static WalkPosition After(RankedRow last, LiveMarket market, ContractSort sortedBy, int page)
    {
        var block = market.Blocks[last.Row.Block].Block;
        return new(page + 1, SortKey.Of(sortedBy).Keep(block, last.Row.At, market.Dictionaries), new ContractId(block.Id[last.Row.At]));
    }
}
