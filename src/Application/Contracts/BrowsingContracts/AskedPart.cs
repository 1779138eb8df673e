using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>The lines of a contract that item filters look at (B4, B12, B13).</summary>
internal enum AskedLines
{
    Offered,

    /// <summary>The ship alone, of what is offered.</summary>
    OfferedShip,
    Requested,
}

/// <summary>
/// The part of the market in which a question asks the same lines. The parts of a question share no contract.
/// </summary>
/// <param name="Lines">The lines that are asked.</param>
/// <param name="Rows">The contracts of the part; null: all of them.</param>
internal sealed record AskedPart(AskedLines Lines, IRowFilter? Rows)
{
    private static readonly SegmentFilter Wanted = new(segment => segment.Name == ContractSegment.Wanted);

    private static readonly IReadOnlyList<AskedPart> OfAll = [new(AskedLines.Offered, null)];

    private static readonly IReadOnlyList<AskedPart> OfSingle =
        [new(AskedLines.OfferedShip, new FlagFilter(RowFlags.FittedShip, true)), new(AskedLines.Offered, new FlagFilter(RowFlags.FittedShip, false))];

    private static readonly IReadOnlyList<AskedPart> OfWanted = [new(AskedLines.Requested, Wanted)];

    private static readonly IReadOnlyList<AskedPart> WithWanted = [new(AskedLines.Requested, Wanted), new(AskedLines.Offered, new NotFilter(Wanted))];

    /// <summary>All that the question may list lies in these parts.</summary>
    public static IReadOnlyList<AskedPart> Of(BrowseContracts query)
    {
        if (query.IsSingle == true) return OfSingle;
        if (!query.Segments.Contains(ContractSegment.Wanted)) return OfAll;
        return query.Segments.All(segment => segment == ContractSegment.Wanted) ? OfWanted : WithWanted;
    }
}
