using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>The executable as an operator runs it, for tests that need a process of their own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>An address where nothing listens, so that a test never calls the real ESI.</summary>
    public const string NoEsi = "http://127.0.0.1:1/";

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    private HostProcess(ProcessStartInfo start, string? url)
    {
        Client = new HttpClient { BaseAddress = url is null ? null : new Uri(url), Timeout = TimeSpan.FromSeconds(30) };
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public HttpClient Client { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public string Output => Read(_output);

    public string Error => Read(_error);

    /// <summary>Runs one command until it ends.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        string[] arguments, string? folder = null, params (string Key, string Value)[] environment)
    {
        await using var process = Start(arguments, folder, environment: environment);
        var exitCode = await process.WaitAsync();
        return (exitCode, process.Output, process.Error);
    }

    /// <summary>Starts a server on a port of its own.</summary>
    public static HostProcess Serve(string[] arguments, string? folder = null, params (string Key, string Value)[] environment)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        return Start([.. arguments, "--urls", url], folder, url, environment);
    }

    public static HostProcess Start(
        string[] arguments, string? folder = null, string? url = null, params (string Key, string Value)[] environment)
    {
        // A shell that runs tests in the background ignores SIGINT, and its children would inherit that.
        var start = new ProcessStartInfo("env")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        foreach (var word in new[] { "--default-signal=INT", "dotnet" }) start.ArgumentList.Add(word);
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "HangarBay.WebApi.dll"));
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        foreach (var inherited in start.Environment.Keys.Where(key => key.Contains("DATABASE", StringComparison.OrdinalIgnoreCase)
            || key.StartsWith("ConnectionStrings", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(inherited);
        // For a process of a few seconds the compiler's profiling costs more than the better code saves.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Market__Source"] = "Sandbox";
        start.Environment["Esi__BaseUrl"] = NoEsi;
        foreach (var (key, value) in environment) start.Environment[key] = value;
        return new HostProcess(start, url);
    }

    /// <summary>Waits at most a minute until the server answers anything.</summary>
    public async Task<HostProcess> UntilAliveAsync()
    {
        for (var attempt = 0; attempt < 600; attempt++)
        {
            if (HasExited) break;
            try
            {
                using var answer = await Client.GetAsync("/health");
                return this;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"The server does not answer. {Output} {Error}");
    }

    /// <summary>
    /// The answer of <c>/ready</c> once it has this status, or the last one after half a minute. Migrating and loading take time.
    /// </summary>
    public async Task<(HttpStatusCode Status, string Body)> ReadyAsync(HttpStatusCode expected = HttpStatusCode.OK)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var answer = await Client.GetAsync("/ready");
            if (answer.StatusCode == expected || attempt == 300) return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
            await Task.Delay(100);
        }
    }

    /// <summary>Waits for the exit code. A process that does not end within three minutes fails the test.</summary>
    public async Task<int> WaitAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal: SIGINT like Ctrl-C, SIGTERM like an orchestrator, SIGKILL like a crash.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text) text.AppendLine(line);
    }

    private static string Read(StringBuilder text)
    {
        lock (text) return text.ToString();
    }
}
