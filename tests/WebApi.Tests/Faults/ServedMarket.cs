using System.Globalization;
using System.Net;
using System.Text.Json;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Hosting;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>A server that sweeps by itself, and its reports of that.</summary>
internal sealed class ServedMarket(HostProcess server) : IAsyncDisposable
{
    public HostProcess Server => server;

    public static async Task<ServedMarket> StartAsync(DatabaseSettings database, SandboxServer sandbox, params string[] more) => new(await HostProcess.Serve(
    [
        "serve",
        $"--Database:Provider={database.Provider}",
        $"--ConnectionStrings:HangarBay={database.ConnectionString}",
        "--Database:MigrateOnStartup=true",
        "--Market:Source=Sandbox",
        $"--Esi:BaseUrl={sandbox.BaseAddress}",
        "--Esi:RetryDelay=00:00:00.05",
        "--Sync:Poll=00:00:01",
        "--Sync:Floor=00:00:01",
        "--Sync:Jitter=00:00:00",
        "--environment=Development",
        // Otherwise the state of the sync may be five seconds old.
        "--Cache:Enabled=false",
        .. more,
    ]).UntilAliveAsync());

    public async Task<int> TotalAsync()
    {
        using var answer = await server.Client.GetAsync("/api/v1/contracts/");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("total").GetInt32();
    }

    /// <summary>The status; null where the database is away.</summary>
    public async Task<JsonElement?> StatusAsync()
    {
        using var answer = await server.Client.GetAsync("/api/v1/status");
        return answer.StatusCode == HttpStatusCode.OK ? JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement : null;
    }

    public static DateTimeOffset? AsOf(JsonElement? status) => status?.GetProperty("as_of") is { ValueKind: JsonValueKind.String } text
        ? DateTimeOffset.Parse(text.GetString()!, CultureInfo.InvariantCulture)
        : null;

    /// <summary>Waits until everything that can be read was read.</summary>
    public Task UntilAllIsReadAsync() => UntilAsync(async () => await StatusAsync() is { } status
        && AsOf(status) is not null && status.GetProperty("items").GetProperty("due").GetInt32() == 0
        && status.GetProperty("bids_due").GetInt32() == 0
        && status.GetProperty("sweeper").GetProperty("phase") is { ValueKind: JsonValueKind.String } phase && phase.GetString() == "waiting");

    /// <summary>Waits for a condition, and fails after three minutes.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 1800; attempt++)
        {
            if (await isSo()) return;
            Assert.False(server.HasExited, server.Output + server.Error);
            await Task.Delay(100);
        }

        Assert.Fail($"The condition did not become true in time. {server.Output} {server.Error}");
    }

    public Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
