using System.Collections.Concurrent;

namespace HangarBay.Application.InMemory.Rows;

/// <summary>
/// Gives each different value a code, a small number, which stays the same as long as the market is held. One writer adds values; readers
/// look them up.
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

/// <summary>The codes that existed at the time of publication.</summary>
internal readonly struct Codes<T>(ConcurrentDictionary<T, int> codes, Grown<T> values)
    where T : notnull
{
    public int Count => values.Count;

    public T this[int code] => values[code];

    /// <summary>False if the value had no code at that time.</summary>
    public bool TryFind(T value, out int code) => codes.TryGetValue(value, out code) && code < values.Count;

    /// <summary>The result of <paramref name="of"/> for each value, by code.</summary>
    public TResult[] Map<TResult>(Func<T, TResult> of) => values.Map(of);
}
