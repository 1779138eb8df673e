using System.Buffers;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>
/// How many contracts have a line of each type, group and category. One pass over the lines counts all three, and a contract with
/// several lines of a value counts once.
/// </summary>
internal sealed class LineTally : IDisposable
{
    private readonly PublishedDictionaries _known;

    // With many types these arrays are large objects, so they are rented. Index 0 stands for no value; values are counted from index 1.
    private readonly Codes[] _codes;
    private readonly Seen[] _types;
    private readonly Seen[] _groups;
    private readonly Seen[] _categories;

    // The number of the last row counted.
    private int _row;

    /// <param name="known">What the codes stand for.</param>
    public LineTally(PublishedDictionaries known)
    {
        _known = known;
        _codes = ArrayPool<Codes>.Shared.Rent(known.Kinds.Count);
        (_types, _groups, _categories) = (Room(known.Types.Count), Room(known.Groups.Count), Room(known.Categories.Count));
    }

    /// <param name="rows">The contracts. No contract is counted twice, in this call or in another.</param>
    /// <param name="types">The kinds of lines whose types count, a bit each; null where types are not asked for.</param>
    /// <param name="groups">The same for groups.</param>
    /// <param name="categories">The same for categories.</param>
    public void Count(RowSet rows, ulong[]? types, ulong[]? groups, ulong[]? categories)
    {
        var kinds = _known.Kinds;
        for (var kind = 0; kind < kinds.Count; kind++)
            _codes[kind] = new Codes(Code(types, kinds.Types, kind), Code(groups, kinds.Groups, kind), Code(categories, kinds.Categories, kind));

        rows.ForEachBlock((block, index) =>
        {
            var (all, ofTypes, ofGroups, ofCategories, row) = (_codes, _types, _groups, _categories, _row);
            foreach (var at in Bits.Of(rows.Of(index)))
            {
                row++;
                foreach (var kind in block.LinesOf(at))
                {
                    ref readonly var codes = ref all[kind];
                    See(ofTypes, codes.Type, row);
                    See(ofGroups, codes.Group, row);
                    See(ofCategories, codes.Category, row);
                }
            }

            _row = row;
        });
    }

    /// <summary>Counts by id; values that no contract has are left out.</summary>
    public Dictionary<int, int> ByType() => ById(_types, _known.Types.Count, code => _known.Types[code].Value);

    /// <inheritdoc cref="ByType"/>
    public Dictionary<int, int> ByGroup() => ById(_groups, _known.Groups.Count, code => _known.Groups[code].Value);

    /// <inheritdoc cref="ByType"/>
    public Dictionary<int, int> ByCategory() => ById(_categories, _known.Categories.Count, code => _known.Categories[code].Value);

    /// <summary>Counts by code, with zeros.</summary>
    public int[] OfTypes() => ByCode(_types, _known.Types.Count);

    /// <inheritdoc cref="OfTypes"/>
    public int[] OfGroups() => ByCode(_groups, _known.Groups.Count);

    /// <inheritdoc cref="OfTypes"/>
    public int[] OfCategories() => ByCode(_categories, _known.Categories.Count);

    public void Dispose()
    {
        ArrayPool<Codes>.Shared.Return(_codes);
        foreach (var family in new[] { _types, _groups, _categories }) ArrayPool<Seen>.Shared.Return(family);
    }

    private static int Code(ulong[]? counted, Grown<int> column, int kind) => counted is not null && Bits.Has(counted, kind) ? column[kind] + 1 : 0;

    private static Seen[] Room(int values)
    {
        var room = ArrayPool<Seen>.Shared.Rent(values + 1);
        room.AsSpan(0, values + 1).Clear();
        return room;
    }

    // Without a branch, because a processor cannot predict whether a line counts.
    private static void See(Seen[] values, int code, int row)
    {
        ref var value = ref values[code];
        value.Count += value.LastRow == row ? 0 : 1;
        value.LastRow = row;
    }

    private static int[] ByCode(Seen[] values, int count)
    {
        var byCode = new int[count];
        for (var code = 0; code < count; code++) byCode[code] = values[code + 1].Count;
        return byCode;
    }

    private static Dictionary<int, int> ById(Seen[] values, int count, Func<int, int> idOf)
    {
        var byId = new Dictionary<int, int>();
        for (var code = 0; code < count; code++)
        {
            if (values[code + 1].Count > 0) byId[idOf(code)] = values[code + 1].Count;
        }

        return byId;
    }

    /// <summary>
    /// The codes under which a kind of line counts, stored together because each line needs all three. Codes start at 1; 0 means none.
    /// </summary>
    private readonly record struct Codes(int Type, int Group, int Category);

    /// <summary>How many contracts have a value, and the last one counted.</summary>
    private struct Seen
    {
        public int LastRow;
        public int Count;
    }
}
