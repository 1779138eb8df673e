using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace HangarBay.Bench;

/// <summary>A program of this solution in a process of its own, whose memory is measured.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly Process _process;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly Task<string> _output;
    private readonly Task<string> _error;
    private readonly Task _watching;

    private Child(ProcessStartInfo start)
    {
        _process = Process.Start(start)!;
        _output = _process.StandardOutput.ReadToEndAsync();
        _error = _process.StandardError.ReadToEndAsync();
        _watching = WatchAsync();
    }

    /// <summary>The peak of the resident memory, in bytes.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>The time since the process was started.</summary>
    public TimeSpan Elapsed => _clock.Elapsed;

    public static Child Start(string assembly, string[] arguments, params (string Key, string Value)[] environment) =>
        Start([Path.Combine(AppContext.BaseDirectory, assembly), .. arguments], environment);

    /// <param name="arguments">The arguments of the runtime, then the path of the assembly, then the arguments of the program.</param>
    /// <param name="environment">Variables in addition to those of this process.</param>
    public static Child Start(IEnumerable<string> arguments, (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment.Remove("DATABASE_URL");
        foreach (var (key, value) in environment) start.Environment[key] = value;
        return new Child(start);
    }

    /// <summary>Waits for the end of the program. A program that fails ends the benchmark.</summary>
    public async Task<(TimeSpan Elapsed, string Output)> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        var elapsed = _clock.Elapsed;
        await _watching;
        if (_process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', _process.StartInfo.ArgumentList)}: {await _output} {await _error}");
        return (elapsed, await _output);
    }

    /// <summary>The resident memory now, in bytes.</summary>
    public long ReadResident() => Read("VmRSS:");

    /// <summary>The text of its error stream, once it has ended.</summary>
    public Task<string> ReadErrorAsync() => _error;

    /// <summary>A port that is free at this moment.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        await _watching;
        _process.Dispose();
    }

    private async Task WatchAsync()
    {
        while (!_process.HasExited)
        {
            PeakBytes = Math.Max(PeakBytes, Read("VmHWM:"));
            await Task.Delay(50);
        }
    }

    /// <summary>A value of <c>/proc</c> in bytes; 0 once the process has ended.</summary>
    private long Read(string key)
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
