using System.Globalization;
using HangarBay.Application.Contracts.Filters;
using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Refusals;

/// <summary>A question to the list that is refused: what was typed, so that the reader can correct it, and what is wrong with it.</summary>
/// <param name="Typed">The typed texts by parameter.</param>
/// <param name="Parameters">The parameters that are refused.</param>
public sealed record RefusedInput(IReadOnlyDictionary<string, string> Typed, IReadOnlyList<RefusedParameter> Parameters)
{
    // The errors of the look-up of places name its own parameter.
    private const string LookUp = "q";

    /// <param name="view">The view, as far as it could be read.</param>
    /// <param name="names">The parameters that are refused.</param>
    /// <param name="typed">The typed texts by parameter.</param>
    /// <param name="table">The filters that there are.</param>
    public static RefusedInput Of(ContractsView view, IEnumerable<string> names, IReadOnlyDictionary<string, string> typed, FilterTable table) =>
        new(typed, [.. ParametersOf(view.Filters.Given, names, table).Select(parameter => WithReadings(parameter, typed, Tongue.Of(view.Filters.Lang).Culture))]);

    /// <summary>Refuses lists with more values than a page may have.</summary>
    public static RefusedInput TooMany(IEnumerable<ContractFilter> lists, IReadOnlyDictionary<string, string> typed) =>
        new(typed, [.. lists.Select(list => new RefusedParameter(list.Name, RefusalReason.TooMany, list))]);

    /// <param name="given">The filters that could be read; none for a page without a view.</param>
    /// <param name="names">The parameters that are refused.</param>
    /// <param name="table">The filters that there are.</param>
    public static IReadOnlyList<RefusedParameter> ParametersOf(FilterValues given, IEnumerable<string> names, FilterTable table) =>
    [
        .. from name in names.Select(name => name == LookUp ? Address.Place : name).Distinct()
           let filter = table.Find(name)
           select new RefusedParameter(name, filter is null ? Reason(name) : Reason(name, filter, given), filter),
    ];

    /// <summary>Null: nothing is wrong with it.</summary>
    public RefusedParameter? Find(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>The same parameter, with what its text may mean where that is more than one amount.</summary>
    private static RefusedParameter WithReadings(RefusedParameter parameter, IReadOnlyDictionary<string, string> typed, CultureInfo culture) =>
        parameter.Reason == RefusalReason.Amount && typed.TryGetValue(parameter.Name, out var text) && TypedAmount.ReadingsOf(text, culture) is [_, _] readings
            ? parameter with { Reason = RefusalReason.Ambiguous, Readings = readings }
            : parameter;

    private static RefusalReason Reason(string name) => name switch
    {
        Address.Place => RefusalReason.Search,
        "page" or "cursor" => RefusalReason.Page,
        "size" => RefusalReason.Size,
        _ => RefusalReason.Choice,
    };

    private static RefusalReason Reason(string name, ContractFilter filter, FilterValues given) => filter switch
    {
        SearchFilter => RefusalReason.Search,
        BoundsFilter bounds when name == bounds.MaxName && bounds.In(given).AreReversed => RefusalReason.Reversed,
        BoundsFilter { Unit: BoundsUnit.CubicMetres } => RefusalReason.Volume,
        BoundsFilter bounds => bounds.IsAmount ? RefusalReason.Amount : RefusalReason.Whole,
        HoursFilter => RefusalReason.Hours,
        InstantFilter => RefusalReason.Instant,
        IListFilter list when given.Of(filter) is { } values && list.IsTooLong(values) => RefusalReason.TooMany,
        _ => RefusalReason.Choice,
    };
}

/// <summary>One parameter that is refused, and its filter; null: it belongs to none.</summary>
public sealed record RefusedParameter(string Name, RefusalReason Reason, ContractFilter? Filter)
{
    /// <summary>The two amounts that the text may mean; empty unless that is the reason.</summary>
    public IReadOnlyList<decimal> Readings { get; init; } = [];

    /// <summary>What is wrong with it, in words. Where the text has two readings, the words offer both.</summary>
    public string In(Words words, Figure figure) => Readings is [var less, var more]
        ? words.Format("Filters.Refused.Ambiguous", figure.Typed(less), figure.Amount(less), figure.Typed(more), figure.Amount(more))
        : words[$"Filters.Refused.{Reason}"];
}
