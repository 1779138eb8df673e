using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Tests.Reference.Given;

/// <summary>Serves files over real HTTP, with ETags. A missing file answers 404.</summary>
internal sealed class FileHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (byte[] Bytes, string ETag)> _files = new();
    private readonly ConcurrentQueue<string> _asked = new();

    private FileHost(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    /// <summary>The address to which a path redirects.</summary>
    public ConcurrentDictionary<string, string> Redirects { get; } = new();

    /// <summary>Whether it sends the sandbox's header.</summary>
    public bool MarksItselfAsSandbox { get; set; }

    /// <summary>Whether it breaks off each answer in the middle.</summary>
    public bool Breaks { get; set; }

    public string BaseUrl => _app.Urls.Single() + "/";

    /// <summary>The requested paths with the status of their answer, oldest first.</summary>
    public IReadOnlyList<string> Asked => [.. _asked];

    /// <param name="certificate">The certificate to answer over TLS; null: without TLS.</param>
    public static async Task<FileHost> StartAsync(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listener =>
        {
            if (certificate is not null) listener.UseHttps(certificate);
        }));
        builder.Logging.ClearProviders();
        var host = new FileHost(builder.Build());
        await host._app.StartAsync();
        return host;
    }

    public string Put(string path, byte[] bytes, string etag = "\"one\"")
    {
        _files['/' + path] = (bytes, etag);
        return BaseUrl + path;
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var response = context.Response;
        if (MarksItselfAsSandbox) response.Headers["X-Sandbox"] = "1";
        if (Redirects.TryGetValue(context.Request.Path.Value!, out var location))
        {
            _asked.Enqueue($"{context.Request.Path} 302");
            response.Redirect(location);
            return;
        }

        var found = _files.TryGetValue(context.Request.Path.Value!, out var file);
        response.StatusCode = !found ? 404 : context.Request.Headers.IfNoneMatch == file.ETag ? 304 : 200;
        _asked.Enqueue($"{context.Request.Path} {response.StatusCode}");
        if (response.StatusCode != 200) return;

        response.Headers.ETag = file.ETag;
        response.ContentLength = file.Bytes.Length;
        if (!Breaks)
        {
            await response.Body.WriteAsync(file.Bytes);
            return;
        }

        await response.Body.WriteAsync(file.Bytes.AsMemory(0, file.Bytes.Length / 2));
        await response.Body.FlushAsync();
        context.Abort();
    }
}
