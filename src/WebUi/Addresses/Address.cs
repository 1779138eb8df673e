using System.Globalization;
using System.Text;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain;

namespace HangarBay.WebUi.Addresses;

/// <summary>
/// Writes the addresses of pages, each view in one form: parameters in one order, defaults left out. The reading of them is
/// the API's.
/// </summary>
public static class Address
{
    public const string Contracts = "/contracts";
    public const string Coverage = "/coverage";
    public const string About = "/about";
    public const string Export = "/api/v1/contracts/export";
    public const string Lang = "lang";
    public const string ShipsOnly = "ships_only";
    public const string Place = "place";

    /// <summary>Order and direction in one word, as a form's choice has them; addresses keep them apart.</summary>
    public const string Sort = "sort";

    private static readonly BrowseContracts Defaults = new();

    public static string Of(ContractsView view) => Contracts + Query([.. Filters(view), .. Order(view)]);

    /// <summary>A contract's page, which remembers the list it was reached from.</summary>
    public static string Of(long contractId, ContractsView view) =>
        $"{Contracts}/{contractId.ToString(CultureInfo.InvariantCulture)}{Query([.. Filters(view), .. Order(view)])}";

    /// <summary>A contract's page as others are told of it, whichever list it was reached from.</summary>
    public static string Of(long contractId) => $"{Contracts}/{contractId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>All that matches, as a file.</summary>
    /// <param name="view">Whose filters count.</param>
    /// <param name="format">As the API has it.</param>
    public static string ExportOf(ContractsView view, string format)
    {
        var filters = Filters(view).Where(filter => filter.Name is not (ShipsOnly or Place));
        return Export + Query([.. filters, .. view.Query.IsShipContract == true ? [new("is_ship_contract", "true")] : Array.Empty<Parameter>(), new("format", format)]);
    }

    /// <summary>An amount of ISK, which reads the same in every language.</summary>
    public static string Of(decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A page without a view, in the language that the address names.</summary>
    public static string Of(string path, Language? named) => path + (named is { } language ? Query([new(Lang, WireWords.Of(language))]) : "");

    /// <summary>What is filtered, without order and page.</summary>
    public static IEnumerable<Parameter> Filters(ContractsView view)
    {
        var query = view.Filters;
        return new IEnumerable<Parameter>[]
        {
            Text("search", query.Search),
            Word("contract_type", query.ContractType),
            view.ShipsOnly ? [] : [new(ShipsOnly, "false")],
            Ids("region_ids", query.RegionIds.Select(id => (long)id.Value)),
            Ids("system_ids", query.SystemIds.Select(id => (long)id.Value)),
            Ids("station_ids", query.StationIds.Select(id => id.Value)),
            Text(Place, view.Place),
            query.Security.Distinct().Order().Select(band => new Parameter("security", WireWords.Of(band))),
            Ids("type_ids", query.TypeIds.Select(id => (long)id.Value)),
            Number("category_id", query.CategoryId?.Value),
            Number("group_id", query.GroupId?.Value),
            Amount("min_price", query.MinPrice),
            Amount("max_price", query.MaxPrice),
            Amount("min_collateral", query.MinCollateral),
            Amount("max_collateral", query.MaxCollateral),
            Amount("min_reward", query.MinReward),
            Amount("max_reward", query.MaxReward),
            query.IsBpc is { } isBpc ? [new("is_bpc", isBpc ? "true" : "false")] : [],
            Number("min_runs", query.MinRuns),
            Number("max_runs", query.MaxRuns),
            Number("min_me", query.MinMe),
            Number("max_me", query.MaxMe),
            Number("min_te", query.MinTe),
            Number("max_te", query.MaxTe),
            Word(Lang, view.NamedLanguage),
        }.SelectMany(parameters => parameters);
    }

    /// <summary>In which order, how many, which page.</summary>
    public static IEnumerable<Parameter> Order(ContractsView view)
    {
        var query = view.Filters;
        if (query.SortBy != Defaults.SortBy) yield return new("sort_by", WireWords.Of(query.SortBy));
        if (query.SortDirection != Defaults.SortDirection) yield return new("sort_direction", WireWords.Of(query.SortDirection));
        if (query.Size != Defaults.Size) yield return new("size", Plain(query.Size));
        if (query.Page is > 1 and { } page) yield return new("page", Plain(page));
    }

    private static string Query(params IReadOnlyList<Parameter> parameters)
    {
        if (parameters.Count == 0) return "";
        var text = new StringBuilder();
        foreach (var parameter in parameters)
            text.Append(text.Length == 0 ? '?' : '&').Append(parameter.Name).Append('=').Append(Uri.EscapeDataString(parameter.Value));
        return text.ToString();
    }

    private static IEnumerable<Parameter> Text(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [new(name, value.Trim())];

    private static IEnumerable<Parameter> Number(string name, int? value) => value is { } number ? [new(name, Plain(number))] : [];

    private static IEnumerable<Parameter> Amount(string name, decimal? value) =>
        value is { } amount ? [new(name, Of(amount))] : [];

    private static IEnumerable<Parameter> Ids(string name, IEnumerable<long> ids) => ids.Distinct().Order().Select(id => new Parameter(name, Plain(id)));

    private static IEnumerable<Parameter> Word<T>(string name, T? value)
        where T : struct, Enum => value is { } word ? [new(name, WireWords.Of(word))] : [];

    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One name and one value, as they stand in an address or a form.</summary>
public readonly record struct Parameter(string Name, string Value);
