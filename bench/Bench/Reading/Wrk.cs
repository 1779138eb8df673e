using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HangarBay.Bench.Reading;

/// <summary>The results of <c>wrk</c>: answers a second, and latencies in milliseconds.</summary>
/// <param name="PerSecond">The mean of the runs.</param>
/// <param name="Median">The median of the middle run.</param>
/// <param name="NinetyNinth">The 99th percentile of the middle run.</param>
/// <param name="Noise">The difference between the runs, as a fraction of the mean.</param>
internal sealed record Wrk(double PerSecond, double Median, double NinetyNinth, double Noise = 0)
{
    public const int Connections = 8;

    private const int Runs = 3;

    /// <summary>The length at which a run without any answer is repeated.</summary>
    private const int LongSeconds = 10;

    /// <summary>The length of the warm-up, in which the runtime recompiles hot code.</summary>
    private const int WarmUpSeconds = 3;

    /// <summary>Measures after a warm-up. The time is divided among a few runs, whose difference is the noise.</summary>
    public static async Task<Wrk> MeasureAsync(HttpClient server, string path, int seconds, int connections = Connections)
    {
        var address = new Uri(server.BaseAddress!, path).AbsoluteUri;
        await RunAsync(address, WarmUpSeconds, connections);
        var runs = new List<Wrk>();
        while (runs.Count < Runs) runs.Add(await RunAsync(address, Math.Max(1, seconds / Runs), connections));
        runs.Sort((one, other) => one.PerSecond.CompareTo(other.PerSecond));
        var mean = runs.Average(run => run.PerSecond);
        return runs[Runs / 2] with { PerSecond = mean, Noise = (runs[^1].PerSecond - runs[0].PerSecond) / mean };
    }

    /// <exception cref="InvalidOperationException">wrk is not installed, an answer was not 2xx or 3xx, or there was no answer.</exception>
    private static async Task<Wrk> RunAsync(string address, int seconds, int connections)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", address }) start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk does not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address}: {output}");
        var perSecond = Read(output, @"Requests/sec:\s+([\d.]+)()");
        if (perSecond == 0 && seconds < LongSeconds) return await RunAsync(address, LongSeconds, connections);
        if (perSecond == 0) throw new InvalidOperationException($"{address}: nothing was answered within {seconds} s; is the machine busy with something else?");
        return new Wrk(perSecond, Read(output, @"50%\s+([\d.]+)(\w+)"), Read(output, @"99%\s+([\d.]+)(\w+)"));
    }

    private static double Read(string output, string pattern)
    {
        var match = Regex.Match(output, pattern);
        var number = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch { "us" => number / 1000, "s" => number * 1000, _ => number };
    }
}
