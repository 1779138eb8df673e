using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>A request as it arrived.</summary>
internal sealed record SeenRequest(string Method, string PathAndQuery, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>
/// An upstream over real HTTP that answers each path from a queue of its own and repeats the last answer of the queue. A path without a
/// script answers 404.
/// </summary>
internal sealed class ScriptedEsi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<SeenRequest, Reply>>> _scripts = new();
    private readonly ConcurrentQueue<SeenRequest> _requests = new();
    private int _inFlight;
    private int _mostInFlight;

    private ScriptedEsi(WebApplication app)
    {
        _app = app;
        app.Run(AnswerAsync);
    }

    public string BaseUrl => _app.Urls.Single();

    public IReadOnlyList<SeenRequest> Requests => [.. _requests];

    public int MostInFlight => _mostInFlight;

    public static async Task<ScriptedEsi> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var esi = new ScriptedEsi(builder.Build());
        await esi._app.StartAsync();
        return esi;
    }

    public void On(string pathAndQuery, params Reply[] replies)
    {
        foreach (var reply in replies) On(pathAndQuery, _ => reply);
    }

    public void On(string pathAndQuery, Func<SeenRequest, Reply> reply) =>
        _scripts.GetOrAdd(pathAndQuery, _ => new ConcurrentQueue<Func<SeenRequest, Reply>>()).Enqueue(reply);

    public int CountOf(string pathAndQuery) => _requests.Count(request => request.PathAndQuery == pathAndQuery);

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(atOnce.Token);
        await _app.DisposeAsync();
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        InterlockedMax(ref _mostInFlight, Interlocked.Increment(ref _inFlight));
        try
        {
            using var reader = new StreamReader(context.Request.Body);
            var request = new SeenRequest(
                context.Request.Method,
                context.Request.GetEncodedPathAndQuery(),
                context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                await reader.ReadToEndAsync(context.RequestAborted));
            _requests.Enqueue(request);
            await SendAsync(context, Next(request.PathAndQuery)(request));
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private Func<SeenRequest, Reply> Next(string pathAndQuery)
    {
        if (!_scripts.TryGetValue(pathAndQuery, out var script)) return _ => Reply.Error(404, "Not found");
        lock (script)
        {
            return script.Count > 1 && script.TryDequeue(out var next) ? next : script.First();
        }
    }

    private static async Task SendAsync(HttpContext context, Reply reply)
    {
        if (reply.Gate is { } gate) await gate.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers) context.Response.Headers[name] = value;
        if (reply.Status is 204 or 304) return;

        if (reply.IsCutShort) context.Response.ContentLength = reply.Bytes.Length + 1000;
        await context.Response.Body.WriteAsync(reply.Bytes, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        if (reply.IsCutShort)
        {
            // Waits until the client has seen the headers, because without them this would be another fault.
            await Task.Delay(30, context.RequestAborted);
            context.Abort();
        }

        if (reply.IsStalled) await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }
}
