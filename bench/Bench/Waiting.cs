using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>Measures a first fill from a slow ESI: how much of the allowed concurrency is in use.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(int contracts, int concurrency, IReadOnlyList<DatabaseProvider> engines)
    {
        Table.Start(
            $"A first fill of {contracts.ToString("N0", CultureInfo.InvariantCulture)} contracts, every answer after {Latency.TotalMilliseconds} ms",
            "engine", "calls", "seconds", "least possible", "busy");
        foreach (var engine in engines)
        {
            await using var sandbox = await SandboxProcess.StartAsync(contracts);
            await sandbox.TellAsync(string.Create(CultureInfo.InvariantCulture, $"sandbox/faults?kind=latency&ms={Latency.TotalMilliseconds}"));
            // A few errors, so that the fill has to watch the error budget.
            await sandbox.TellAsync("sandbox/faults?kind=status&code=502&count=20&path=/contracts/public/items");
            var (elapsed, _, _) = await FirstFill.FillAsync(sandbox, engine, concurrency);
            var calls = await sandbox.CountAsync();
            var least = Latency * calls / concurrency;
            Table.Row(
                $"{engine}", calls.ToString(CultureInfo.InvariantCulture), Seconds(elapsed), Seconds(least), (least / elapsed).ToString("P0", CultureInfo.InvariantCulture));
        }
    }

    private static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture);
}
