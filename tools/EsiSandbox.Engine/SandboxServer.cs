using HangarBay.EsiSandbox.Engine.Exports;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.EsiSandbox.Engine.Http;
using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.EsiSandbox.Engine;

/// <summary>A sandbox that listens on an address of its own. Any process can start one.</summary>
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

    /// <summary>The address where it listens, with the actual port.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The name of this world, as in <c>X-Sandbox</c> on every answer.</summary>
    public string Identity => _sandbox.Identity;

    /// <summary>The faults on demand.</summary>
    public FaultBoard Faults => _sandbox.Faults;

    /// <summary>The contracts, and the changes that can be made to them.</summary>
    public PublicMarket Market => _sandbox.Market;

    /// <summary>Which contract routes have a token bucket instead of the error limit; can be changed at any time.</summary>
    public TokenBoard Tokens => _sandbox.Tokens;

    /// <summary>The requests until now.</summary>
    public RequestLog Requests => _sandbox.Requests;

    /// <summary>Starts a sandbox that shows its world at the time of the clock <paramref name="time"/>.</summary>
    /// <param name="url">The address to listen on; port 0 takes any free port.</param>
    /// <exception cref="SandboxSetupException">The options are invalid, or the recording cannot be read.</exception>
    /// <exception cref="IOException">The address is in use.</exception>
    /// <exception cref="FormatException"><paramref name="url"/> is not an address.</exception>
    public static async Task<SandboxServer> StartAsync(
        SandboxOptions options, TimeProvider time, string url = "http://127.0.0.1:0", CancellationToken cancellationToken = default)
    {
        // An empty builder reads neither the host's settings nor its environment, so two servers in one process stay independent.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls(url);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
        // The caller gets the exception of a failed start, so the host need not log it too.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(time);
        builder.Services.AddEsiSandbox(options);
        builder.Services.AddSingleton<SocketTransportFactory>();
        builder.Services.AddSingleton<IConnectionListenerFactory, DoorFactory>();
        // A stalled call must not delay the shutdown.
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

    /// <summary>Writes the Static Data Export as CCP publishes it: a zip of JSON lines.</summary>
    public void WriteStaticData(Stream stream) => StaticData.Write(_sandbox, stream);

    /// <summary>Writes the contracts as EVE Ref published them at the last full or half hour: a tar of CSV files under bzip2.</summary>
    public void WriteContractArchive(Stream stream) => ContractArchive.Write(_sandbox, stream);

    /// <summary>Writes EVE Ref's list of player structures: JSON, by structure id.</summary>
    public void WriteStructures(Stream stream) => stream.Write(StructureList.Json(_sandbox));

    /// <summary>Puts the sandbox back to its state at the start: no faults, no drops or additions, no counts.</summary>
    public void Reset() => _sandbox.Reset();

    /// <summary>Whether the sandbox refuses connections.</summary>
    public bool IsDown => _sandbox.Downtime.IsDown;

    /// <summary>
    /// Starts the daily downtime at once. For a time connections are refused and open ones are cut off; then everything answers 503 for a
    /// time. Both times are by the sandbox's clock.
    /// </summary>
    /// <param name="refuse">How long nothing listens.</param>
    /// <param name="errors">How long everything but the controls answers 503 after that.</param>
    /// <returns>A task that completes when connections are refused.</returns>
    public Task DownAsync(TimeSpan refuse, TimeSpan errors = default) => _sandbox.Downtime.BeginAsync(refuse, errors);

    /// <summary>Waits until connections are accepted again; returns at once when they are.</summary>
    /// <exception cref="IOException">Another process took the port meanwhile.</exception>
    public Task UpAsync(CancellationToken cancellationToken = default) => _sandbox.Downtime.UpAsync(cancellationToken);

    /// <summary>Waits until the process is asked to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _sandbox.Downtime.Dispose();
    }
}
