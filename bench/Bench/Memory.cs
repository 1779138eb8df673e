using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>Measures the peak memory of a first fill, and how it grows with the number of contracts.</summary>
internal static class Memory
{
    private const int Whole = 50_000;

    public static async Task RunAsync(int concurrency, IReadOnlyList<DatabaseProvider> engines)
    {
        Table.Start("Peak resident memory of a first fill", "engine", "contracts", "peak MB", "× half the corpus");
        foreach (var engine in engines)
        {
            long before = 0;
            foreach (var contracts in new[] { Whole / 2, Whole, 2 * Whole })
            {
                await using var sandbox = await SandboxProcess.StartAsync(contracts);
                var (_, peak, _) = await FirstFill.FillAsync(sandbox, engine, concurrency);
                var growth = before == 0 ? "" : ((double)peak / before).ToString("F2", CultureInfo.InvariantCulture);
                Table.Row(
                    $"{engine}", contracts.ToString("N0", CultureInfo.InvariantCulture), (peak / 1_000_000).ToString(CultureInfo.InvariantCulture), growth);
                before = peak;
            }
        }
    }
}
