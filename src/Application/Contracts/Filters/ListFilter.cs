using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>A filter with several values, of which one must be met; its parameter is repeated.</summary>
public abstract class ListFilter<T> : ContractFilter<IReadOnlyList<T>>, IListFilter
    where T : struct
{
    private protected ListFilter(string name, FilterRule<IReadOnlyList<T>> rule)
        : base(name, rule)
    {
    }

    /// <summary>How many values a question may have, repeats included.</summary>
    public int MostValues { get; init; } = BrowseContracts.MaxValues;

    public IReadOnlyList<T> In(FilterValues values) => (IReadOnlyList<T>?)values.Of(this) ?? [];

    /// <inheritdoc/>
    public int CountOf(object value) => ((IReadOnlyList<T>)value).Count;

    /// <inheritdoc/>
    public bool IsTooLong(object value) => CountOf(value) > MostValues;

    internal FilterValues With(FilterValues values, IReadOnlyList<T> list) => values.With(this, OrNull(list));

    private protected static IReadOnlyList<T>? OrNull(IReadOnlyList<T> list) => list.Count == 0 ? null : list;

    private protected override IEnumerable<FilterFlaw> FlawsOf(IReadOnlyList<T> value) =>
        IsTooLong(value) ? [new(Name, $"At most {MostValues} values at once.")] : [];

    private protected override IEnumerable<Parameter> Write(IReadOnlyList<T> value) => value.Distinct().Order().Select(one => new Parameter(Name, Write(one)));

    private protected abstract string Write(T value);

    private protected override IEnumerable<FilterPart> PartsOf(IReadOnlyList<T> value) => value.Distinct().Order()
        .Select(one => new FilterPart(Name, one, OrNull([.. value.Where(other => !other.Equals(one))])));
}

/// <summary>A filter whose parameter is repeated.</summary>
public interface IListFilter
{
    /// <summary>How many values there are, repeats included.</summary>
    int CountOf(object value);

    /// <summary>Whether there are more values than a question may have, repeats included.</summary>
    bool IsTooLong(object value);
}

/// <summary>A filter by ids above zero.</summary>
public sealed class IdFilter<TId> : ListFilter<TId>
    where TId : struct
{
    private readonly string _about;
    private readonly Func<long, TId> _read;
    private readonly long _maximum;

    /// <param name="name">The parameter's name.</param>
    /// <param name="about">The parameter's sentence in the API's reference.</param>
    /// <param name="read">Makes the id from a number.</param>
    /// <param name="maximum">The largest number allowed.</param>
    /// <param name="rule">Which contracts meet the filter.</param>
    internal IdFilter(string name, string about, Func<long, TId> read, long maximum, FilterRule<IReadOnlyList<TId>> rule)
        : base(name, rule) => (_about, _read, _maximum) = (about, read, maximum);

    public override object? Read(IFilterReader reader) => OrNull(reader.LongIds(Name, _about, _read, _maximum, MostValues));

    private protected override string Write(TId value) => value.ToString()!;
}

/// <summary>A filter by words, each of which names a member of an enumeration.</summary>
public sealed class WordFilter<T> : ListFilter<T>
    where T : struct, Enum
{
    private readonly string _about;

    internal WordFilter(string name, string about, FilterRule<IReadOnlyList<T>> rule)
        : base(name, rule) => _about = about;

    public override object? Read(IFilterReader reader) => OrNull(reader.AnyOf<T>(Name, _about));

    private protected override string Write(T value) => WireWords.Of(value);
}
