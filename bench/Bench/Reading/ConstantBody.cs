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
/// Added to the executable from outside, where its environment names this assembly: <c>/constant/{bytes}</c> answers so many
/// bytes that never change. The endpoint is chosen before the application routes, which then leaves it as it is: all of its
/// middleware treats it as it does the API's, rate limiter and CORS included.
/// </summary>
public sealed class ConstantBody : IHostingStartup, IStartupFilter
{
    /// <summary>Below the host's root.</summary>
    public const string Path = "/constant/";

    // The application's name for what its public endpoints ask of the middleware.
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
