using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// The conditions that one line must meet, all together (B4). They are judged once for each kind of line, not for each line.
/// </summary>
/// <param name="known">The kinds, and what their codes stand for.</param>
/// <param name="lines">Only these lines are asked.</param>
internal sealed class LineQuestion(PublishedDictionaries known, AskedLines lines = AskedLines.Offered)
{
    private readonly PublishedKinds _columns = known.Kinds;

    /// <summary>One bit for each kind of line, set where the kind meets all conditions.</summary>
    public ulong[] Kinds { get; } = [.. lines == AskedLines.Requested ? known.Kinds.RequestedBits : known.Kinds.OfferedBits];

    /// <summary>Where nothing is asked, every line of <paramref name="lines"/> meets it.</summary>
    public static LineQuestion For(BrowseContracts query, LiveMarket market, AskedLines lines = AskedLines.Offered)
    {
        var line = new LineQuestion(market.Dictionaries, lines);
        if (lines == AskedLines.OfferedShip) line.OfCategories([CategoryId.Ship]);
        foreach (var given in query.Given) given.Filter.Narrow(given.Value, line);
        return line;
    }

    public LineQuestion OfTypes(IEnumerable<TypeId> types) => OneOf(_columns.Types, known.Types.Wanted(types));

    public LineQuestion OfGroups(IEnumerable<GroupId> groups) => OneOf(_columns.Groups, known.Groups.Wanted(groups));

    public LineQuestion OfCategories(IEnumerable<CategoryId> categories) => OneOf(_columns.Categories, known.Categories.Wanted(categories));

    /// <summary>Keeps the kinds whose value lies within the bounds. A line without a value lies within none.</summary>
    public void Within(Func<PublishedKinds, Grown<int>> column, Bounds bounds) =>
        RowTests.Keep(Kinds, new IsWithin(column(_columns), (int?)bounds.Min ?? 0, (int?)bounds.Max ?? int.MaxValue));

    /// <summary>Keeps blueprint copies where copies are asked for. That no line is a copy is answered by the contract's own row.</summary>
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
