using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>Which contracts meet a filter: by their row, by one offered line, by their segment; what says nothing is null.</summary>
internal sealed record FilterRule<T>
{
    public LineNeed NeedsLines { get; init; }

    public Func<T, LiveMarket, Language, IRowFilter>? Rows { get; init; }

    /// <summary>Without <see cref="Rows"/> it is asked of each contract's lines; beside it, of lines that are asked for more (B4).</summary>
    public Action<T, LineQuestion>? Line { get; init; }

    public Func<T, Segment, bool>? Segment { get; init; }
}
