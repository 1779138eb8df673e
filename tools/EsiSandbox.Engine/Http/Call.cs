using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>One request to an ESI route, parsed once.</summary>
internal sealed class Call
{
    private Call(HttpContext http, EsiRoute route)
    {
        Http = http;
        Route = route;
        Path = http.Request.Path.Value ?? "/";
        // A route without an id has none. An id that is not a number belongs to nothing.
        var id = http.Request.RouteValues["id"] as string;
        Id = id is null ? null : long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        var page = http.Request.Query["page"].ToString();
        Page = page.Length == 0 ? 1 : int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : null;
        Language = Facts.Languages.Of(http.Request.Headers.AcceptLanguage.ToString() is { Length: > 0 } header ? header : http.Request.Query["language"]);
    }

    public HttpContext Http { get; }
    public EsiRoute Route { get; }
    public string Path { get; }
    public long? Id { get; }

    /// <summary>The page, from 1; null when the parameter is not a page number.</summary>
    public int? Page { get; }

    /// <summary>Index into <see cref="Facts.Languages.All"/>.</summary>
    public int Language { get; }

    /// <summary>The region of a list call; null for any other call.</summary>
    public int? Region => Route.Name == EsiRoutes.List && Id is > 0 and < int.MaxValue ? (int)Id : null;

    /// <summary>The body of a POST; empty on GET.</summary>
    public byte[] Posted { get; private set; } = [];

    /// <summary>The kinds of the faults that strike the call, outermost first.</summary>
    public IReadOnlyList<string> Faults { get; set; } = [];

    public static async ValueTask<Call> ReadAsync(HttpContext http, EsiRoute route)
    {
        var call = new Call(http, route);
        if (HttpMethods.IsPost(http.Request.Method))
        {
            using var buffer = new MemoryStream();
            await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
            call.Posted = buffer.ToArray();
        }

        return call;
    }
}
