using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Pages.Given;

/// <summary>Checks what every page must be: well-formed, labelled, and without active content other than the site's own files.</summary>
internal sealed class PageCheck(IHtmlDocument page)
{
    private static readonly string[] Tongues = ["en", "de", "fr", "ja", "ru", "zh-Hans", "ko", "es"];
    private static readonly string[] Scripts = ["/theme.", "/site.", "/box.", "/news.", "/_framework/blazor.web."];
    private static readonly string[] Addresses = ["href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href"];
    private static readonly string[] References = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-activedescendant", "for", "list"];

    private readonly List<string> _flaws = [];

    /// <summary>Reads the page of an answer with any status. The test fails if the page has a flaw.</summary>
    public static IHtmlDocument Read(Answer answer)
    {
        Assert.True(answer.Header("Content-Type") == "text/html; charset=utf-8", $"{answer.Status}, {answer.Header("Content-Type")}: {answer.Body}");
        Assert.StartsWith("<!DOCTYPE html>", answer.Body, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(answer.Body);
        var flaws = new PageCheck(page).Flaws();
        Assert.True(flaws.Count == 0, string.Join('\n', flaws));
        return page;
    }

    public static IReadOnlyList<string> FlawsOf(string html) => new PageCheck(new HtmlParser().ParseDocument(html)).Flaws();

    private List<string> Flaws()
    {
        CheckDocument();
        CheckIds();
        CheckLabels();
        foreach (var element in page.All) CheckHarmless(element);
        return _flaws;
    }

    private void CheckDocument()
    {
        if (!Tongues.Contains(page.DocumentElement.GetAttribute("lang"))) _flaws.Add($"The language is {page.DocumentElement.GetAttribute("lang")}.");
        if (string.IsNullOrWhiteSpace(page.Title)) _flaws.Add("There is no title.");
        Only("h1");
        Only("main");
        Only("title");
        Only("meta[name=description][content]");
        if (page.QuerySelector("meta[name=description]")?.GetAttribute("content") is not { Length: > 0 }) _flaws.Add("The description is empty.");
    }

    private void CheckIds()
    {
        var ids = page.All.Where(element => element.HasAttribute("id")).Select(element => element.GetAttribute("id")!).ToList();
        _flaws.AddRange(ids.CountBy(id => id).Where(id => id.Value > 1).Select(id => $"The id {id.Key} stands {id.Value} times."));
        foreach (var name in References)
        {
            _flaws.AddRange(page.QuerySelectorAll($"[{name}]")
                .SelectMany(element => element.GetAttribute(name)!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Except(ids).Select(id => $"{name} names {id}, which is not there."));
        }
    }

    private void CheckLabels()
    {
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden]):not([type=submit]), select, textarea").Where(control => !IsLabelled(control)))
            _flaws.Add($"Nobody says what this is: {control.OuterHtml}");
        foreach (var control in page.QuerySelectorAll("a[href], button").Where(control => !IsNamed(control)))
            _flaws.Add($"This has no name: {control.OuterHtml}");
        _flaws.AddRange(page.QuerySelectorAll("img:not([alt])").Select(image => $"This has no text beside it: {image.OuterHtml}"));
    }

    private void CheckHarmless(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" when !Scripts.Any(known => element.GetAttribute("src")?.StartsWith(known, StringComparison.Ordinal) == true) || element.TextContent.Length > 0:
            case "style" or "base" or "iframe" or "object" or "embed" or "frame" or "applet":
            case "meta" when element.HasAttribute("http-equiv"):
                _flaws.Add($"This has no place here: {element.OuterHtml}");
                break;
        }

        foreach (var attribute in element.Attributes)
        {
            if (attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal)) _flaws.Add($"{element.LocalName} has {attribute.Name}=\"{attribute.Value}\".");
            if (Addresses.Contains(attribute.Name) && !LeadsSomewhere(attribute.Value)) _flaws.Add($"{element.LocalName} leads to {attribute.Value}");
        }
    }

    /// <summary>
    /// Whether an address is within the site or the page, or an https address of another site. Browsers read a backslash as a slash.
    /// </summary>
    private static bool LeadsSomewhere(string address) => address switch
    {
        ['/', '/' or '\\', ..] => false,
        ['/', ..] or ['#', ..] => true,
        _ => address.StartsWith("https://", StringComparison.Ordinal),
    };

    private bool IsLabelled(IElement control) => IsNamed(control) || control.Closest("label") is not null
        || (control.Id is { } id && page.QuerySelectorAll("label").Any(label => label.GetAttribute("for") == id));

    private static bool IsNamed(IElement control) =>
        control.GetAttribute("aria-label") is { Length: > 0 } || control.HasAttribute("aria-labelledby")
        || (control.LocalName is "a" or "button" && (!string.IsNullOrWhiteSpace(control.TextContent) || control.QuerySelector("img[alt]:not([alt=''])") is not null));

    private void Only(string selector)
    {
        var count = page.QuerySelectorAll(selector).Length;
        if (count != 1) _flaws.Add($"{selector} stands {count} times.");
    }
}
