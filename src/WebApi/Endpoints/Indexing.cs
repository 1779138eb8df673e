using HangarBay.Application.Contracts.Filters;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Keeps answers to questions about persons out of search engines, whether they are pages, data or files (B15).</summary>
internal static class Indexing
{
    private const string Header = "X-Robots-Tag";

    public static void KeepPersonsOut(HttpContext http)
    {
        foreach (var parameter in http.RequestServices.GetRequiredService<FilterTable>().NamingPersons)
        {
            // An empty value counts as absent.
            if (http.Request.Query[parameter].Any(value => !string.IsNullOrWhiteSpace(value))) http.Response.Headers[Header] = "noindex";
        }
    }
}
