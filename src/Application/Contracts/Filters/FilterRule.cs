using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>Which contracts meet a filter: by their row, by one offered line, and by their segment. A part that does not apply is null.</summary>
internal sealed record FilterRule<T>
{
    public LineNeed NeedsLines { get; init; }

    public Func<T, LiveMarket, Language, IRowFilter>? Rows { get; init; }

    /// <summary>In place of <see cref="Rows"/> where the answer depends on the market instant (B1).</summary>
    public Func<T, DateTimeOffset, IRowFilter>? RowsAt { get; init; }

    /// <summary>
    /// The same for want-to-buys in their own segment, where requested lines are asked (B12). Null where <see cref="Rows"/> asks no lines.
    /// </summary>
    public Func<T, LiveMarket, Language, IRowFilter>? RequestingRows { get; init; }

    /// <summary>
    /// Without <see cref="Rows"/> it is judged on the lines of each contract. With <see cref="Rows"/> it is judged only where another
    /// filter also needs one line (B4).
    /// </summary>
    public Action<T, LineQuestion>? Line { get; init; }

    public Func<T, Segment, bool>? Segment { get; init; }
}
