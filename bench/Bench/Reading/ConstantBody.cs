using System.Collections.Concurrent;
using System.Globalization;
using HangarBay.Bench.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostingStartup(typeof(ConstantBody))]

namespace HangarBay.Bench.Reading;

/// <summary>
/// Added to the executable from outside, where its environment names this assembly: <c>/constant/{bytes}</c> answers so many
/// bytes that never change, after all of the application's own middleware let the request pass.
/// </summary>
public sealed class ConstantBody : IHostingStartup, IStartupFilter
{
    /// <summary>Below the host's root.</summary>
    public const string Path = "/constant/";

    private readonly ConcurrentDictionary<int, byte[]> _bodies = [];

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        next(app);
        app.Run(AnswerAsync);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        if (context.Request.Path.Value is not { } path || !path.StartsWith(Path, StringComparison.Ordinal)
            || !int.TryParse(path.AsSpan(Path.Length), CultureInfo.InvariantCulture, out var length))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var body = _bodies.GetOrAdd(length, static bytes => [.. Enumerable.Repeat((byte)' ', bytes)]);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
