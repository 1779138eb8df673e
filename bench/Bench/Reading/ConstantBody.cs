using System.Collections.Concurrent;
using System.Globalization;
using HangarBay.Bench.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ConstantBody))]

namespace HangarBay.Bench.Reading;

/// <summary>
/// Added to the executable from outside, where its environment names this assembly: <c>/constant/{bytes}</c> answers so many
/// bytes that never change, by an endpoint that all of the application's own middleware lets pass as it does the API's.
/// </summary>
public sealed class ConstantBody : IHostingStartup, IStartupFilter
{
    /// <summary>Below the host's root.</summary>
    public const string Path = "/constant/";

    // The application's names for what its public endpoints ask of the middleware.
    private const string Public = "public";

    // Where ASP.NET's builder leaves the application's own endpoints.
    private const string Routes = "__GlobalEndpointRouteBuilder";

    private readonly ConcurrentDictionary<int, byte[]> _bodies = [];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        var routes = app.Properties[Routes] as IEndpointRouteBuilder ?? throw new InvalidOperationException("The application's endpoints are not where they used to be.");
        routes.MapGet(Path + "{bytes:int}", AnswerAsync).RequireRateLimiting(Public).RequireCors(Public);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var length = int.Parse((string)context.Request.RouteValues["bytes"]!, CultureInfo.InvariantCulture);
        var body = _bodies.GetOrAdd(length, static bytes => [.. Enumerable.Repeat((byte)' ', bytes)]);
        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
