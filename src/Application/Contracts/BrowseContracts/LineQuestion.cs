using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>What one offered line has to meet, all of it together (B4). It is judged once a kind of line, not once a line.</summary>
internal sealed class LineQuestion(Codes<LineKind> kinds)
{
    private readonly List<Func<LineKind, bool>> _conditions = [];

    /// <summary>Null where nothing is asked that the contract's own row does not answer, as it does whether it offers copies.</summary>
    public static LineQuestion? Of(BrowseContracts query, LiveMarket market) => query.AsksOneLine() ? For(query, market) : null;

    /// <summary>The same, also where nothing is asked: then of every offered line.</summary>
    public static LineQuestion For(BrowseContracts query, LiveMarket market)
    {
        var line = new LineQuestion(market.Dictionaries.Lines);
        if (query.TypeIds is { Count: > 0 } types) line.AnyOf(Conditions.Wanted(market.Dictionaries.Types, types));
        if (query.CategoryId is { } category) line.Must(kind => kind.CategoryId == category);
        if (query.GroupId is { } group) line.Must(kind => kind.GroupId == group);
        if (query.MinRuns is { } minRuns) line.Must(kind => kind.Runs >= minRuns);
        if (query.MaxRuns is { } maxRuns) line.Must(kind => kind.Runs <= maxRuns);
        if (query.MinMe is { } minMe) line.Must(kind => kind.MaterialEfficiency >= minMe);
        if (query.MaxMe is { } maxMe) line.Must(kind => kind.MaterialEfficiency <= maxMe);
        if (query.MinTe is { } minTe) line.Must(kind => kind.TimeEfficiency >= minTe);
        if (query.MaxTe is { } maxTe) line.Must(kind => kind.TimeEfficiency <= maxTe);
        if (query.IsBpc == true) line.Must(kind => kind.IsCopy);
        return line;
    }

    /// <summary>A type that is wanted, by code.</summary>
    public LineQuestion AnyOf(bool[] types)
    {
        Must(kind => types[kind.Type]);
        return this;
    }

    /// <summary>By code, whether lines of the kind meet all of it.</summary>
    public bool[] Kinds()
    {
        var conditions = _conditions.ToArray();
        return kinds.Map(kind => kind.IsOffered && Array.TrueForAll(conditions, condition => condition(kind)));
    }

    private void Must(Func<LineKind, bool> condition) => _conditions.Add(condition);
}
