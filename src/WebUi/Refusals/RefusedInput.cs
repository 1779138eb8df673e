using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.WebUi.Addresses;

namespace HangarBay.WebUi.Refusals;

/// <summary>What the list was asked for and cannot show: what was typed, so that it can be mended, and what is wrong with it.</summary>
/// <param name="Typed">By parameter.</param>
/// <param name="Parameters">Those that are refused.</param>
public sealed record RefusedInput(IReadOnlyDictionary<string, string> Typed, IReadOnlyList<RefusedParameter> Parameters)
{
    // Told under the name that the filter's own request has for it.
    private const string LookUp = "q";

    /// <param name="view">What could be read.</param>
    /// <param name="names">The parameters that are refused.</param>
    /// <param name="typed">By parameter.</param>
    public static RefusedInput Of(ContractsView view, IEnumerable<string> names, IReadOnlyDictionary<string, string> typed) =>
        new(typed, ParametersOf(view.Filters, names));

    /// <param name="filters">What could be read; those of no view where a page has none.</param>
    /// <param name="names">The parameters that are refused.</param>
    public static IReadOnlyList<RefusedParameter> ParametersOf(BrowseContracts filters, IEnumerable<string> names) =>
        [.. names.Select(name => name == LookUp ? Address.Place : name).Distinct().Select(name => new RefusedParameter(name, Reason(name, filters)))];

    /// <summary>Null: nothing is wrong with it.</summary>
    public RefusalReason? ReasonOf(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Reason;

    private static RefusalReason Reason(string name, BrowseContracts filters) => name switch
    {
        "search" or Address.Place => RefusalReason.Search,
        "page" or "cursor" => RefusalReason.Page,
        "size" => RefusalReason.Size,
        "region_ids" => OfList(filters.RegionIds.Count),
        "system_ids" => OfList(filters.SystemIds.Count),
        "station_ids" => OfList(filters.StationIds.Count),
        "type_ids" => OfList(filters.TypeIds.Count),
        "security" => OfList(filters.Security.Count),
        _ => Bounds.All.FirstOrDefault(bounds => name == bounds.MinName || name == bounds.MaxName) is { } bounds
            ? OfBounds(bounds, name, filters)
            : RefusalReason.Choice,
    };

    private static RefusalReason OfList(int count) => count > BrowseContracts.MaxValues ? RefusalReason.TooMany : RefusalReason.Choice;

    private static RefusalReason OfBounds(Bounds bounds, string name, BrowseContracts filters) =>
        name == bounds.MaxName && bounds.AreReversed(filters) ? RefusalReason.Reversed
        : bounds.IsAmount ? RefusalReason.Amount : RefusalReason.Whole;
}

/// <summary>One parameter that is refused.</summary>
public sealed record RefusedParameter(string Name, RefusalReason Reason);
