namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Rows of reference data by id. Each has a code, which contracts use to refer to it. An id that contracts mention has a code before its
/// row is known.
/// </summary>
internal sealed class Known<TId, TRow>
    where TId : notnull
    where TRow : class
{
    private readonly Interned<TId> _ids = new();
    private readonly Growing<TRow?> _rows = new();

    public int Count => _ids.Count;

    public int Of(TId id)
    {
        var code = _ids.Of(id);
        if (code == _rows.Count) _rows.Add(null);
        return code;
    }

    public TId IdOf(int code) => _ids[code];

    /// <summary>Null if the row is not known.</summary>
    public TRow? RowOf(int code) => _rows[code];

    public void Set(TId id, TRow row) => _rows[Of(id)] = row;

    public bool Mentions(TId id) => _ids.Has(id);

    /// <summary>The ids with codes from <paramref name="first"/> on that have no row.</summary>
    public IReadOnlyList<TId> WithoutRow(int first) =>
        [.. Enumerable.Range(first, Count - first).Where(code => _rows[code] is null).Select(code => _ids[code])];

    public KnownRows<TId, TRow> Publish() => new(_ids.Publish(), _rows.Publish());
}

/// <summary>The rows that were known at the time of publication.</summary>
internal readonly struct KnownRows<TId, TRow>(Codes<TId> ids, Grown<TRow?> rows)
    where TId : notnull
    where TRow : class
{
    public int Count => ids.Count;

    /// <summary>The id with this code.</summary>
    public TId this[int code] => ids[code];

    /// <summary>Whether both hold the same rows: between their publications no row was added or replaced.</summary>
    public bool IsSameAs(KnownRows<TId, TRow> other) => other.HasRows(rows);

    /// <summary>The row of an id; null if the id has no code or its row is not known.</summary>
    public TRow? Find(TId id) => ids.TryFind(id, out var code) ? rows[code] : null;

    public bool TryFindCode(TId id, out int code) => ids.TryFind(id, out code);

    public TRow? RowOf(int code) => rows[code];

    /// <summary>For each code, whether its id is among the wanted ones.</summary>
    public bool[] Wanted(IEnumerable<TId> wanted)
    {
        var codes = new bool[Count];
        foreach (var id in wanted)
        {
            if (TryFindCode(id, out var code)) codes[code] = true;
        }

        return codes;
    }

    private bool HasRows(Grown<TRow?> others) => rows.IsSameAs(others);

    /// <summary>All rows that are known.</summary>
    public IEnumerable<TRow> All
    {
        get
        {
            var (all, count) = (rows, ids.Count);
            return Enumerable.Range(0, count).Select(code => all[code]).OfType<TRow>();
        }
    }
}
