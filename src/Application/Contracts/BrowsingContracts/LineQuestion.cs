using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.BrowsingContracts;

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
        var line = new LineQuestion(market.Dictionaries);
        foreach (var given in query.Given) given.Filter.Narrow(given.Value, line);
        return line;
    }

    public LineQuestion OfTypes(IEnumerable<TypeId> types) => OneOf(_columns.Types, known.Types.Wanted(types));

    public LineQuestion OfGroups(IEnumerable<GroupId> groups) => OneOf(_columns.Groups, known.Groups.Wanted(groups));

    public LineQuestion OfCategories(IEnumerable<CategoryId> categories) => OneOf(_columns.Categories, known.Categories.Wanted(categories));

    /// <summary>A line without a number is within no bounds.</summary>
    public void Within(Func<PublishedKinds, Grown<int>> column, Bounds bounds) =>
        RowTests.Keep(Kinds, new IsWithin(column(_columns), (int?)bounds.Min ?? 0, (int?)bounds.Max ?? int.MaxValue));

    /// <summary>A copy. That no line is one is for the contract to answer.</summary>
    public void Copied(bool isCopy)
    {
        if (isCopy) RowTests.Keep(Kinds, new IsCopy(_columns.Copies));
    }

    private LineQuestion OneOf(Grown<int> column, bool[] wanted)
    {
        RowTests.Keep(Kinds, new IsWanted(column, wanted));
        return this;
    }

    private readonly struct IsWanted(Grown<int> column, bool[] wanted) : IRowTest
    {
        public bool Meets(int at) => column[at] >= 0 && wanted[column[at]];
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
