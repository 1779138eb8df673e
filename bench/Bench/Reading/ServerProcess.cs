using System.Globalization;
using System.Text.Json;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>A server in a process of its own, on an existing database. It is ready when it has answered the first list.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Root = "/api/v1/";
    private const string FirstList = "contracts/";
    private const string Executable = "HangarBay.WebApi.dll";

    /// <summary>How long to wait for a process that first loads a large market.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Child _child;

    private ServerProcess(Child child, string address)
    {
        _child = child;
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>A client whose base address is <c>/api/v1/</c>.</summary>
    public HttpClient Http { get; }

    public long PeakBytes => _child.PeakBytes;

    public long ResidentBytes => _child.ReadResident();

    /// <summary>The time from the start of the process to its answer of the first list.</summary>
    public TimeSpan ToFirstList { get; private set; }

    /// <summary>
    /// Starts the executable. It does not sweep, because no contact is configured. It keeps no answers and has no rate limit.
    /// </summary>
    /// <param name="database">The database that it reads.</param>
    /// <param name="folder">The folder of the published executable; null: that of these benchmarks.</param>
    public static Task<ServerProcess> StartAsync(TestDatabase database, string? folder = null) =>
        StartAsync(database, [Path.Combine(folder ?? AppContext.BaseDirectory, Executable)], Unlimited(keepsAnswers: false));

    /// <summary>Starts the executable with its default limits. It trusts this machine as a proxy that names the client's address.</summary>
    public static Task<ServerProcess> StartAsServedAsync(TestDatabase database) =>
        StartAsync(database, [Path.Combine(AppContext.BaseDirectory, Executable)], ("Api__TrustedProxies", "127.0.0.0/8, ::1"));

    /// <summary>
    /// Starts as <see cref="StartAsync(TestDatabase, string?)"/> does, with <see cref="ConstantBody"/> at the end of the pipeline.
    /// </summary>
    /// <param name="database">The database that it reads.</param>
    /// <param name="keepsAnswers">Whether it keeps answers, as it does by default.</param>
    public static Task<ServerProcess> StartBesideConstantAsync(TestDatabase database, bool keepsAnswers)
    {
        // The executable's own list of dependencies does not have the benchmarks; the list of the benchmarks has both.
        var host = Path.Combine(AppContext.BaseDirectory, "HangarBay");
        return StartAsync(
            database,
            ["exec", "--depsfile", $"{host}.Bench.deps.json", "--runtimeconfig", $"{host}.WebApi.runtimeconfig.json", Path.Combine(AppContext.BaseDirectory, Executable)],
            [.. Unlimited(keepsAnswers), ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ConstantBody).Assembly.GetName().Name!)]);
    }

    /// <summary>The total of a list's answer; empty for an answer that is not a list.</summary>
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

    /// <summary>Settings without rate limits and without queues.</summary>
    private static (string Key, string Value)[] Unlimited(bool keepsAnswers) =>
    [
        ("Cache__Enabled", keepsAnswers.ToString()),
        ("Api__RateLimit__PermitLimit", "0"),
        ("Api__Answers__AtOnce", "0"),
        ("Api__Answers__TimeAMinute", "00:00:00"),
        ("Api__RequestTimeout", "00:10:00"),
    ];

    private static async Task<ServerProcess> StartAsync(TestDatabase database, string[] executable, params (string Key, string Value)[] settings)
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Child.FreePort()}");
        var child = Child.Start(
            [.. executable, "serve", "--urls", address],
            [
                .. Databases.SettingsOf(database),
                ("ASPNETCORE_ENVIRONMENT", "Production"),
                ("Market__Source", "Live"),
                ("Logging__LogLevel__Default", "Warning"),
                .. settings,
            ]);
        var server = new ServerProcess(child, address + Root);
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
                // The server does not listen yet.
            }

            await Task.Delay(10);
        }

        await child.DisposeAsync();
        throw new InvalidOperationException($"The server does not answer: {await child.ReadErrorAsync()}");
    }
}
