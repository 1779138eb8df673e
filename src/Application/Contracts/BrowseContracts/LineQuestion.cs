using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>What one offered line has to meet, all of it together (B4). It is judged once a kind of line, not once a line.</summary>
internal sealed class LineQuestion(PublishedDictionaries known)
{
    private readonly PublishedKinds _columns = known.Kinds;

    /// <summary>Kinds of lines that meet all of it, a bit each.</summary>
    public ulong[] Kinds { get; } = [.. known.Kinds.OfferedBits];

    /// <summary>Null where nothing is asked that the contract's own row does not answer, as it does whether it offers copies.</summary>
    public static LineQuestion? Of(BrowseContracts query, LiveMarket market) => query.AsksOneLine() ? For(query, market) : null;

    /// <summary>The same, also where nothing is asked: then of every offered line.</summary>
    public static LineQuestion For(BrowseContracts query, LiveMarket market)
    {
        var (line, known) = (new LineQuestion(market.Dictionaries), market.Dictionaries);
        var columns = known.Kinds;
        if (query.TypeIds is { Count: > 0 } types) line.AnyOf(Conditions.Wanted(known.Types, types));
        if (query.CategoryId is { } category) line.Within(columns.Categories, CodeOf(known.Categories, category), CodeOf(known.Categories, category));
        if (query.GroupId is { } group) line.Within(columns.Groups, CodeOf(known.Groups, group), CodeOf(known.Groups, group));
        line.Within(columns.Runs, query.MinRuns, query.MaxRuns);
        line.Within(columns.MaterialEfficiencies, query.MinMe, query.MaxMe);
        line.Within(columns.TimeEfficiencies, query.MinTe, query.MaxTe);
        if (query.IsBpc == true) RowTests.Keep(line.Kinds, new IsCopy(columns.Copies));
        return line;
    }

    /// <summary>A type that is wanted, by code.</summary>
    public LineQuestion AnyOf(bool[] types)
    {
        RowTests.Keep(Kinds, new IsWanted(_columns.Types, types));
        return this;
    }

    /// <summary>Bounds belong to the range; a line without a number is in none.</summary>
    private void Within(Grown<int> column, int? lowest, int? highest)
    {
        if (lowest is null && highest is null) return;
        RowTests.Keep(Kinds, new IsWithin(column, lowest ?? 0, highest ?? int.MaxValue));
    }

    /// <summary>The highest there can be where no line has it.</summary>
    private static int CodeOf<TId, TRow>(KnownRows<TId, TRow> rows, TId id)
        where TId : notnull
        where TRow : class => rows.TryFindCode(id, out var code) ? code : int.MaxValue;

    private readonly struct IsWanted(Grown<int> types, bool[] wanted) : IRowTest
    {
        public bool Meets(int at) => wanted[types[at]];
    }

    private readonly struct IsWithin(Grown<int> column, int lowest, int highest) : IRowTest
    {
        public bool Meets(int at) => column[at] >= lowest && column[at] <= highest;
    }

    private readonly struct IsCopy(Grown<bool> copies) : IRowTest
    {
        public bool Meets(int at) => copies[at];
    }
}
