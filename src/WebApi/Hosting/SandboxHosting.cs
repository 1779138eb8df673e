using HangarBay.Application.Sync;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Esi;
using HangarBay.WebApi.Cli;

namespace HangarBay.WebApi.Hosting;

/// <summary>
/// Chooses where contracts come from: in Development a sandbox, anywhere else ESI, unless <c>Market:Source</c> says otherwise. With a
/// sandbox and no <c>Esi:BaseUrl</c>, one listens on a loopback port of this process, so that a fresh clone shows a market without a
/// network. It is asked over HTTP like ESI itself.
/// </summary>
internal static class SandboxHosting
{
    private const string Source = $"{MarketOptions.Section}:{nameof(MarketOptions.Source)}";
    private const string BaseUrl = $"{EsiOptions.Section}:{nameof(EsiOptions.BaseUrl)}";
    private const string Rate = $"{EsiOptions.Section}:{nameof(EsiOptions.MaxRequestsPerSecond)}";

    public static async Task AddSandboxAsync(this WebApplicationBuilder builder, HostRole role)
    {
        var configuration = builder.Configuration;
        if (string.IsNullOrEmpty(configuration[Source]))
            configuration[Source] = (builder.Environment.IsDevelopment() ? MarketSource.Sandbox : MarketSource.Live).ToString();
        if (!string.Equals(configuration[Source], nameof(MarketSource.Sandbox), StringComparison.OrdinalIgnoreCase)) return;

        // The request rate that spares ESI would only make a sandbox's first start slow.
        configuration[Rate] ??= "100000";
        if (role == HostRole.Command || configuration[BaseUrl] is { Length: > 0 }) return;

        var sandbox = await StartAsync(configuration.GetSection("Sandbox"));
        configuration[BaseUrl] = sandbox.BaseAddress.ToString();
        builder.Services.AddHostedService(_ => new SandboxLifetime(sandbox));
    }

    /// <exception cref="CommandFailedException">A setting is not one that a sandbox understands.</exception>
    private static async Task<SandboxServer> StartAsync(IConfigurationSection settings)
    {
        try
        {
            return await SandboxServer.StartAsync(Read(settings), TimeProvider.System);
        }
        catch (SandboxSetupException refused)
        {
            throw new CommandFailedException(refused.Message);
        }
    }

    private static SandboxOptions Read(IConfigurationSection settings)
    {
        try
        {
            return settings.Get<SandboxOptions>() ?? new();
        }
        catch (InvalidOperationException refused)
        {
            // The binder names the setting and the value.
            throw new CommandFailedException(refused.Message);
        }
    }

    /// <summary>Stops the sandbox with the host.</summary>
    private sealed class SandboxLifetime(SandboxServer sandbox) : IHostedService, IAsyncDisposable
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public ValueTask DisposeAsync() => sandbox.DisposeAsync();
    }
}
