using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace HangarBay.Bench.Reading;

/// <summary>One run of <c>wrk</c>: answers a second, and latencies in milliseconds.</summary>
internal sealed record Wrk(double PerSecond, double Median, double NinetyNinth)
{
    public const int Connections = 8;

    /// <summary>After a second to warm up.</summary>
    public static async Task<Wrk> MeasureAsync(HttpClient server, string path, int seconds, int connections = Connections)
    {
        var address = new Uri(server.BaseAddress!, path).AbsoluteUri;
        await RunAsync(address, 1, connections);
        return await RunAsync(address, seconds, connections);
    }

    /// <exception cref="InvalidOperationException">wrk is not installed, an answer was none of 2xx or 3xx, or there was none.</exception>
    private static async Task<Wrk> RunAsync(string address, int seconds, int connections)
    {
        var start = new ProcessStartInfo("wrk") { RedirectStandardOutput = true };
        foreach (var argument in new[] { "-t1", $"-c{connections}", $"-d{seconds}s", "--latency", address }) start.ArgumentList.Add(argument);
        using var wrk = Process.Start(start) ?? throw new InvalidOperationException("wrk does not start.");
        var output = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        if (wrk.ExitCode != 0 || output.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{address}: {output}");
        var perSecond = Read(output, @"Requests/sec:\s+([\d.]+)()");
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
