using System.Collections.Concurrent;
using System.Globalization;
using HangarBay.Bench.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ConstantBody))]

namespace HangarBay.Bench.Reading;

/// <summary>
/// Adds <c>/constant/{bytes}</c> to the executable, which answers this many constant bytes. The executable loads it when its environment
/// names this assembly. The endpoint is set before the application's routing, which then keeps it. So all of the middleware treats it
/// like an endpoint of the API, including the rate limiter and CORS.
/// </summary>
public sealed class ConstantBody : IHostingStartup, IStartupFilter
{
    /// <summary>The path below the host's root.</summary>
    public const string Path = "/constant/";

    // The application's name for the middleware policies of its public endpoints.
    private const string Public = "public";

    private readonly ConcurrentDictionary<int, byte[]> _bodies = [];
    private readonly Endpoint _endpoint;

    public ConstantBody() => _endpoint = new Endpoint(
        AnswerAsync, new EndpointMetadataCollection(new EnableRateLimitingAttribute(Public), new EnableCorsAttribute(Public)), "A constant body");

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            if (context.Request.Path.StartsWithSegments("/constant", StringComparison.Ordinal)) context.SetEndpoint(_endpoint);
            return rest(context);
        });
        next(app);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var length = int.Parse(context.Request.Path.Value.AsSpan(Path.Length), CultureInfo.InvariantCulture);
        var body = _bodies.GetOrAdd(length, static bytes => [.. Enumerable.Repeat((byte)' ', bytes)]);
        var response = context.Response;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
