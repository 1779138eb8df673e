using System.Globalization;
using System.Text.Json;
using HangarBay.Bench.Reading.Bare;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>A server in a process of its own, on a database that is there; ready when it has answered the first list.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string FirstList = "contracts/";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Child _child;

    private ServerProcess(Child child, string address)
    {
        _child = child;
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>Asks below <c>/api/v1/</c>.</summary>
    public HttpClient Http { get; }

    public long PeakBytes => _child.PeakBytes;

    public long ResidentBytes => _child.ReadResident();

    /// <summary>From the start of the process to the end of the first list's answer.</summary>
    public TimeSpan ToFirstList { get; private set; }

    /// <summary>The executable; it sweeps nothing, as no contact is configured. Nothing is kept of answers, and nobody is turned away.</summary>
    public static Task<ServerProcess> StartAsync(TestDatabase database) => StartAsync(database, keepsAnswers: false, []);

    /// <summary>The same with answers kept as they are by default, and with <see cref="ConstantBody"/> at the end of its pipeline.</summary>
    public static Task<ServerProcess> StartKeepingAsync(TestDatabase database)
    {
        // The executable's own list of what it consists of knows nothing of the benchmarks; ours knows both.
        var host = Path.Combine(AppContext.BaseDirectory, "HangarBay");
        return StartAsync(database, keepsAnswers: true, ["exec", "--depsfile", $"{host}.Bench.deps.json", "--runtimeconfig", $"{host}.WebApi.runtimeconfig.json"]);
    }

    /// <summary>The bare endpoint, under a runtime that is set as the executable's.</summary>
    public static Task<ServerProcess> StartBareAsync(TestDatabase database) => StartAsync(address => Child.Start(
        "HangarBay.Bench.dll", ["serve-bare", "--urls", address, "--connection", database.AsConfigured.ConnectionString],
        ("DOTNET_TieredPGO", "0"), ("DOTNET_GCGen0MaxBudget", "1000000")));

    /// <summary>How many contracts a list's answer counts; empty for what is no list.</summary>
    public async Task<string> TotalAsync(string path)
    {
        using var answer = JsonDocument.Parse(await Http.GetStringAsync(path));
        return answer.RootElement.TryGetProperty("total", out var total) ? total.GetInt32().ToString("N0", CultureInfo.InvariantCulture) : "";
    }

    public ValueTask DisposeAsync()
    {
        Http.Dispose();
        return _child.DisposeAsync();
    }

    private static Task<ServerProcess> StartAsync(TestDatabase database, bool keepsAnswers, string[] host) => StartAsync(address => Child.Start(
        [.. host, Path.Combine(AppContext.BaseDirectory, "HangarBay.WebApi.dll"), "serve", "--urls", address],
        [
            .. Databases.SettingsOf(database),
            ("ASPNETCORE_ENVIRONMENT", "Production"),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", host.Length > 0 ? typeof(ConstantBody).Assembly.GetName().Name! : ""),
            ("Market__Source", "Live"),
            ("Logging__LogLevel__Default", "Warning"),
            ("Cache__Enabled", keepsAnswers.ToString()),
            ("Api__RateLimit__PermitLimit", "0"),
        ]));

    private static async Task<ServerProcess> StartAsync(Func<string, Child> start)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Child.FreePort()}");
        var child = start(address);
        var server = new ServerProcess(child, address + BareServer.Root);
        while (child.Elapsed < Patience)
        {
            try
            {
                using var answer = await server.Http.GetAsync(FirstList);
                server.ToFirstList = child.Elapsed;
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        await child.DisposeAsync();
        throw new InvalidOperationException($"The server does not answer: {await child.ReadErrorAsync()}");
    }
}
