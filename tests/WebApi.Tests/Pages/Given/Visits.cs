using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Pages.Given;

/// <summary>Helpers that read pages as a visitor does.</summary>
internal static class Visits
{
    public static async Task<IHtmlDocument> VisitAsync(this ApiFactory api, string path, HttpStatusCode status = HttpStatusCode.OK) =>
        PageCheck.Read((await api.GetAsync(path)).Expect(status));

    /// <summary>The text as it is shown, with several spaces as one.</summary>
    public static string Said(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static IReadOnlyList<string> SaidBy(this IParentNode page, string selector) => [.. page.QuerySelectorAll(selector).Select(element => element.Said())];

    /// <summary>The value beside a term.</summary>
    public static string Term(this IParentNode page, string name)
    {
        var terms = page.QuerySelectorAll("dt").Where(term => term.Said() == name).ToList();
        Assert.True(terms.Count == 1, $"{name} is there {terms.Count} times among {string.Join(", ", page.SaidBy("dt"))}.");
        return terms[0].NextElementSibling!.Said();
    }

    public static string Table(this IParentNode page, string caption)
    {
        var table = page.QuerySelectorAll("table").SingleOrDefault(table => table.QuerySelector("caption")!.Said().StartsWith(caption, StringComparison.Ordinal));
        Assert.NotNull(table);
        return string.Join('\n', table.QuerySelectorAll("tr").Select(row => string.Join(" | ", row.Children.Select(cell => cell.Said()))));
    }

    public static string? Meta(this IParentNode page, string property) => page.QuerySelector($"meta[property='{property}']")?.GetAttribute("content");
}
