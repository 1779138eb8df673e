using System.Collections;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>A filter that is set, and its value.</summary>
public readonly record struct GivenFilter(ContractFilter Filter, object Value)
{
    public IEnumerable<Parameter> Write() => Filter.Write(Value);
}

/// <summary>The filters that are set, in the table's order. Immutable.</summary>
public sealed class FilterValues : IReadOnlyList<GivenFilter>
{
    public static readonly FilterValues None = new([]);

    private readonly GivenFilter[] _given;

    private FilterValues(GivenFilter[] given) => _given = given;

    public int Count => _given.Length;

    public GivenFilter this[int index] => _given[index];

    /// <summary>The filter's value; null where it is not set.</summary>
    public object? Of(ContractFilter filter)
    {
        foreach (var given in _given)
        {
            if (given.Filter == filter) return given.Value;
        }

        return null;
    }

    /// <summary>A copy with one filter set to another value; null removes the filter.</summary>
    public FilterValues With(ContractFilter filter, object? value)
    {
        var others = Array.FindAll(_given, given => given.Filter != filter);
        return value is null
            ? new FilterValues(others)
            : new FilterValues([.. others.Append(new GivenFilter(filter, value)).OrderBy(given => ContractFilters.PlaceOf(given.Filter)).ThenBy(given => given.Filter.Name, StringComparer.Ordinal)]);
    }

    public IEnumerable<Parameter> Write() => _given.SelectMany(given => given.Write());

    public IEnumerator<GivenFilter> GetEnumerator() => ((IEnumerable<GivenFilter>)_given).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join('&', Write().Select(parameter => $"{parameter.Name}={parameter.Value}"));
}
