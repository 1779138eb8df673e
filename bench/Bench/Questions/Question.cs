using System.Globalization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;

namespace HangarBay.Bench.Questions;

/// <summary>A question for a list, to be asked in process and over HTTP.</summary>
internal sealed record Question(string Name, BrowseContracts Browse)
{
    private static readonly BrowseContracts Nothing = new();

    public bool HasFacets => Browse.Facets.Count > 0;

    /// <summary>The path below <c>/api/v1/</c>.</summary>
    public string Path => $"contracts/?{string.Join('&', Parameters().Select(parameter => $"{parameter.Name}={Uri.EscapeDataString(parameter.Value)}"))}";

    private IEnumerable<Parameter> Parameters() =>
    [
        .. Browse.Given.Write(),
        .. Browse.Page is { } page ? [new("page", Text(page))] : Array.Empty<Parameter>(),
        .. Browse.Size != Nothing.Size ? [new("size", Text(Browse.Size))] : Array.Empty<Parameter>(),
        new("sort_by", WireWords.Of(Browse.SortBy)),
        new("sort_direction", WireWords.Of(Browse.SortDirection)),
        .. Browse.Facets.Select(family => new Parameter("facets", WireWords.Of(family))),
        new("lang", WireWords.Of(Browse.Lang)),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
