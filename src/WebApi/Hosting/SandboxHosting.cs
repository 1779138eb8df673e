using HangarBay.Application.Sync;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.WebApi.Hosting;

/// <summary>
/// With <c>Market:Source=Sandbox</c> and no <c>Esi:BaseUrl</c>, a sandbox listens on a loopback port of this process, so that
/// a fresh clone shows a market with no network. It is asked over HTTP like ESI itself.
/// </summary>
internal static class SandboxHosting
{
    private const string BaseUrl = $"{EsiOptions.Section}:{nameof(EsiOptions.BaseUrl)}";
    private const string Rate = $"{EsiOptions.Section}:{nameof(EsiOptions.MaxRequestsPerSecond)}";

    public static async Task AddSandboxAsync(this WebApplicationBuilder builder, HostRole role)
    {
        var configuration = builder.Configuration;
        var source = configuration.GetValue($"{MarketOptions.Section}:{nameof(MarketOptions.Source)}", MarketSource.Live);
        if (role == HostRole.Command || source != MarketSource.Sandbox || configuration[BaseUrl] is { Length: > 0 }) return;

        var options = configuration.GetSection("Sandbox").Get<SandboxOptions>() ?? new SandboxOptions();
        var sandbox = await SandboxServer.StartAsync(options, TimeProvider.System);
        configuration[BaseUrl] = sandbox.BaseAddress.ToString();

        // Nobody but ourselves is asked: the politeness that ESI is owed would only make a first start slow.
        configuration[Rate] ??= "1000";
        builder.Services.AddHostedService(_ => new SandboxLifetime(sandbox));
    }

    /// <summary>Ends the sandbox with the host.</summary>
    private sealed class SandboxLifetime(SandboxServer sandbox) : IHostedService, IAsyncDisposable
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => sandbox.DisposeAsync();
    }
}
