using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.EsiSandbox.Engine.Http;
using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.EsiSandbox.Engine;

/// <summary>A sandbox that listens on an address of its own, inside any process.</summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Sandbox _sandbox;

    private SandboxServer(WebApplication app, Sandbox sandbox)
    {
        _app = app;
        _sandbox = sandbox;
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Where it listens, with the port it was given.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Which world this is, as <c>X-Sandbox</c> says on every answer.</summary>
    public string Identity => _sandbox.Identity;

    /// <summary>What goes wrong on demand.</summary>
    public FaultBoard Faults => _sandbox.Faults;

    /// <summary>The contracts, and what may be done to them.</summary>
    public PublicMarket Market => _sandbox.Market;

    /// <summary>What was asked.</summary>
    public RequestLog Requests => _sandbox.Requests;

    /// <summary>Starts a sandbox that shows its world at the time <paramref name="time"/> tells.</summary>
    /// <param name="url">Port 0 takes any that is free.</param>
    /// <exception cref="SandboxSetupException">The options make no sense, or the recording cannot be read.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    /// <exception cref="FormatException"><paramref name="url"/> is no address.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider time, string url = "http://127.0.0.1:0", CancellationToken cancellationToken = default)
    {
        // An empty builder reads neither the host's settings nor its environment: two servers in one process stay apart.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        // A start that fails is thrown at the caller; it need not be told twice.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(time);
        builder.Services.AddEsiSandbox(options);
        // A stalled call must not hold up the end.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        var app = builder.Build();
        try
        {
            app.MapEsiSandbox();
            await app.StartAsync(cancellationToken);
            return new(app, app.Services.GetRequiredService<Sandbox>());
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>As it was at the start: no faults, no drops or additions, nothing counted.</summary>
    public void Reset() => _sandbox.Reset();

    /// <summary>Ends when the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
