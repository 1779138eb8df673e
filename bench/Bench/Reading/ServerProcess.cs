using System.Globalization;
using System.Text.Json;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>A server in a process of its own, on a database that is there; ready when it has answered the first list.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Root = "/api/v1/";
    private const string FirstList = "contracts/";
    private const string Executable = "HangarBay.WebApi.dll";

    /// <summary>Of a process that reads a large market first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

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
    /// <param name="database">What it reads.</param>
    /// <param name="folder">Where it was published; null: beside these benchmarks.</param>
    public static Task<ServerProcess> StartAsync(TestDatabase database, string? folder = null) =>
        StartAsync(database, [Path.Combine(folder ?? AppContext.BaseDirectory, Executable)], Unlimited(keepsAnswers: false));

    /// <summary>The executable with the limits that it has by default, which believes this machine about whom it asks for.</summary>
    public static Task<ServerProcess> StartAsServedAsync(TestDatabase database) =>
        StartAsync(database, [Path.Combine(AppContext.BaseDirectory, Executable)], ("Api__TrustedProxies", "127.0.0.0/8, ::1"));

    /// <summary>As <see cref="StartAsync(TestDatabase, string?)"/>, with <see cref="ConstantBody"/> at the end of its pipeline.</summary>
    /// <param name="database">What it reads.</param>
    /// <param name="keepsAnswers">As it does by default.</param>
    public static Task<ServerProcess> StartBesideConstantAsync(TestDatabase database, bool keepsAnswers)
    {
        // The executable's own list of what it consists of knows nothing of the benchmarks; ours knows both.
        var host = Path.Combine(AppContext.BaseDirectory, "HangarBay");
        return StartAsync(
            database,
            ["exec", "--depsfile", $"{host}.Bench.deps.json", "--runtimeconfig", $"{host}.WebApi.runtimeconfig.json", Path.Combine(AppContext.BaseDirectory, Executable)],
            [.. Unlimited(keepsAnswers), ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(ConstantBody).Assembly.GetName().Name!)]);
    }

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

    /// <summary>Nobody is turned away, and nobody waits for others.</summary>
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
                // Not listening yet.
            }

            await Task.Delay(10);
        }

        await child.DisposeAsync();
        throw new InvalidOperationException($"The server does not answer: {await child.ReadErrorAsync()}");
    }
}
