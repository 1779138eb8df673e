using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Pages.Given;

/// <summary>A page as a browser without scripts shows it.</summary>
internal sealed class ReadPage
{
    private ReadPage(string address, Answer answer)
    {
        Address = address;
        Answer = answer;
        Document = PageCheck.Read(answer);
    }

    /// <summary>Its address after all redirects.</summary>
    public string Address { get; }

    public Answer Answer { get; }

    public IHtmlDocument Document { get; }

    /// <summary>The number of contracts that the page shows as its total.</summary>
    public int Total => NumberIn(One("#results").TextContent);

    public IReadOnlyList<string> Headlines => Texts("a.headline");

    /// <summary>Opens a page. It follows redirects within the site, as a browser does.</summary>
    public static async Task<ReadPage> OpenAsync(ApiFactory api, string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await api.GetAsync(address);
        if (answer.Status == HttpStatusCode.Found)
        {
            address = answer.Header("Location")!;
            Assert.StartsWith("/contracts", address);
            answer = await api.GetAsync(address);
        }

        return new ReadPage(address, answer.Expect(expected));
    }

    public IElement One(string selector) => Assert.Single(Document.QuerySelectorAll(selector));

    public IReadOnlyList<string> Texts(string selector) => Document.SaidBy(selector);

    public IReadOnlyList<string> Links(string selector) => [.. Document.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!)];

    /// <summary>The address to which a form leads, with its present values or after filling in fields.</summary>
    public string Submit(string form, Action<IElement>? fillIn = null)
    {
        var element = One(form);
        fillIn?.Invoke(element);
        return $"{element.GetAttribute("action")}?{string.Join('&', Controls(element).Select(control => $"{control.Name}={Uri.EscapeDataString(control.Value)}"))}";
    }

    public static int NumberIn(string text) => int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    /// <summary>The names and values that a browser sends for a form.</summary>
    private static IEnumerable<(string Name, string Value)> Controls(IElement form)
    {
        foreach (var control in form.QuerySelectorAll("input[name], select[name]"))
        {
            var name = control.GetAttribute("name")!;
            if (control is IHtmlSelectElement { IsMultiple: false } select) yield return (name, select.Value ?? "");
            if (control is IHtmlSelectElement { IsMultiple: true } list)
            {
                foreach (var option in list.Options.Where(option => option.IsSelected)) yield return (name, option.Value);
            }

            if (control is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }) continue;
            if (control is IHtmlInputElement input) yield return (name, input.Value);
        }
    }
}
