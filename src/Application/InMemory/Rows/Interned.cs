using System.Collections.Concurrent;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Gives each different value a code, a small number, for as long as the market is held. One writer adds, readers look up.
/// </summary>
internal sealed class Interned<T>
    where T : notnull
{
    private readonly ConcurrentDictionary<T, int> _codes = new(concurrencyLevel: 1, capacity: 31);
    private readonly Growing<T> _values = new();

    public int Count => _values.Count;

    public T this[int code] => _values[code];

    public int Of(T value)
    {
        if (_codes.TryGetValue(value, out var known)) return known;
        var code = _values.Add(value);
        _codes[value] = code;
        return code;
    }

    public bool Has(T value) => _codes.ContainsKey(value);

    public Codes<T> Publish() => new(_codes, _values.Publish());
}

/// <summary>The codes that there were when they were published.</summary>
internal readonly struct Codes<T>(ConcurrentDictionary<T, int> codes, Grown<T> values)
    where T : notnull
{
    public int Count => values.Count;

    public T this[int code] => values[code];

    /// <summary>False where the value had no code then.</summary>
    public bool TryFind(T value, out int code) => codes.TryGetValue(value, out code) && code < values.Count;

    /// <summary>What <paramref name="of"/> says of each value, by code.</summary>
    public TResult[] Map<TResult>(Func<T, TResult> of) => values.Map(of);
}
