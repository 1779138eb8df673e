using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>
/// One filter of contracts: an entry of <see cref="ContractFilters"/>. It knows how its parameters are read, which values are refused, how
/// a value is written, and which contracts meet it. The API's reference, validation, keys, cursors, addresses and the chips of pages follow
/// from it.
/// </summary>
/// <param name="name">Its text on pages has the key <c>Filters.By.</c> followed by this name.</param>
public abstract class ContractFilter(string name)
{
    public string Name { get; } = name;

    /// <summary>True where its values name persons. Search engines must not list answers to a question that holds it (B15).</summary>
    public bool NamesPersons { get; init; }

    /// <summary>The parameters' names in addresses.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>Whether a contract's lines have to be read before it can be judged (B2).</summary>
    public abstract LineNeed NeedsLines { get; }

    /// <summary>True where it sets a condition on one offered line, together with other filters that do (B4).</summary>
    public abstract bool AsksOneLine { get; }

    /// <summary>The value that was given; null where none was, or none that can be read.</summary>
    public abstract object? Read(IFilterReader reader);

    /// <summary>What is wrong with a value, by parameter.</summary>
    public abstract IEnumerable<FilterFlaw> FlawsOf(object value);

    /// <summary>The value in its one form for addresses and keys.</summary>
    public abstract IEnumerable<Parameter> Write(object value);

    /// <summary>The pieces that can be removed from a value one by one.</summary>
    public abstract IEnumerable<FilterPart> PartsOf(object value);

    /// <summary>Which contracts meet it, where the contract's own row answers that; null where it does not.</summary>
    internal abstract IRowFilter? RowsOf(object value, LiveMarket market, DateTimeOffset instant, Language language);

    /// <summary>
    /// The same for want-to-buys in their own segment, where requested lines are asked (B12); null where the row's answer is the same.
    /// </summary>
    internal abstract IRowFilter? RequestingRowsOf(object value, LiveMarket market, Language language);

    /// <summary>Keeps the kinds of lines that meet it; keeps all of them where lines do not answer it.</summary>
    internal abstract void Narrow(object value, LineQuestion line);

    /// <summary>Whether contracts of a segment meet it; true where the segment does not tell.</summary>
    internal abstract bool Admits(object value, Segment segment);
}

/// <summary>A filter whose values are <typeparamref name="T"/>.</summary>
public abstract class ContractFilter<T> : ContractFilter
    where T : notnull
{
    private readonly FilterRule<T> _rule;

    private protected ContractFilter(string name, FilterRule<T> rule)
        : base(name) => _rule = rule;

    public override IReadOnlyList<string> Parameters => [Name];

    public override LineNeed NeedsLines => _rule.NeedsLines;

    public override bool AsksOneLine => _rule is { Line: not null, Rows: null };

    public override IEnumerable<FilterFlaw> FlawsOf(object value) => FlawsOf((T)value);

    public override IEnumerable<Parameter> Write(object value) => Write((T)value);

    public override IEnumerable<FilterPart> PartsOf(object value) => PartsOf((T)value);

    internal override IRowFilter? RowsOf(object value, LiveMarket market, DateTimeOffset instant, Language language) =>
        _rule.Rows?.Invoke((T)value, market, language) ?? _rule.RowsAt?.Invoke((T)value, instant);

    internal override IRowFilter? RequestingRowsOf(object value, LiveMarket market, Language language) =>
        _rule.RequestingRows?.Invoke((T)value, market, language);

    internal override void Narrow(object value, LineQuestion line) => _rule.Line?.Invoke((T)value, line);

    internal override bool Admits(object value, Segment segment) => _rule.Segment?.Invoke((T)value, segment) ?? true;

    private protected virtual IEnumerable<FilterFlaw> FlawsOf(T value) => [];

    private protected abstract IEnumerable<Parameter> Write(T value);

    private protected abstract IEnumerable<FilterPart> PartsOf(T value);
}

/// <summary>Whether lines have to be read before a filter can be judged. Sometimes: a search can find a text in the title without them.</summary>
public enum LineNeed
{
    Never,
    Sometimes,
    Always,
}

/// <summary>One name and one value, as they stand in an address or a form.</summary>
public readonly record struct Parameter(string Name, string Value);

/// <summary>What is wrong with a parameter, as a sentence.</summary>
public sealed record FilterFlaw(string Parameter, string Sentence);

/// <summary>A piece of a filter's value, its parameter, and the value without the piece; null where nothing is left.</summary>
public sealed record FilterPart(string Parameter, object Value, object? Without);
