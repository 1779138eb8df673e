using System.Diagnostics.Metrics;
using System.Globalization;
using HangarBay.Application.Market;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench;

/// <summary>Measures how long the largest changes hold the lock of the market's row. Every other writer waits for it.</summary>
internal static class Holding
{
    public static async Task RunAsync(int contracts, int rounds, DatabaseProvider[] engines)
    {
        Table.Start(string.Create(CultureInfo.InvariantCulture, $"The longest hold of the market's row, of {contracts:N0} contracts"), "run", "first sweep s", "a batch of lines s", "an import that derives all anew s");
        foreach (var engine in engines)
        {
            for (var round = 1; round <= rounds; round++)
            {
                using var held = new LongestHold();
                await using var process = await InProcess.StartAsync(engine, contracts);
                await process.SweepAsync();
                var sweep = held.Take();
                await process.ReadLinesAsync();
                var lines = held.Take();
                var rederived = await RenameEveryTypeAsync(process);
                Table.Row($"{engine} {round}", Seconds(sweep), Seconds(lines), string.Create(CultureInfo.InvariantCulture, $"{Seconds(held.Take())} ({rederived:N0} contracts)"));
            }
        }
    }

    private static async Task<int> RenameEveryTypeAsync(InProcess process)
    {
        var types = await process.TypesAsync();
        var renamed = types.Where(type => type.Name is not null).Select(type => ItemType.Known(
            type.Id, LocalisedName.English($"{type.Name} II"), new GroupId(type.GroupId!.Value.Value + 1), type.CategoryId, type.MarketGroupId, type.IsPublished, type.Volume, type.ReadAt)).ToList();
        return await process.ChangeAsync(async (change, token) =>
        {
            await change.NameAsync(renamed, token);
            return await change.RederiveAsync([.. renamed.Select(type => type.Id)], token);
        });
    }

    private static string Seconds(double seconds) => seconds.ToString("F2", CultureInfo.InvariantCulture);

    private sealed class LongestHold : IDisposable
    {
        private readonly MeterListener _listener = new();
        private double _longest;

        public LongestHold()
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == MarketMetrics.MeterName) listener.EnableMeasurementEvents(instrument);
            };
            _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _longest = Math.Max(_longest, seconds));
            _listener.Start();
        }

        /// <summary>Returns the longest time in seconds since the last call.</summary>
        public double Take()
        {
            var longest = _longest;
            _longest = 0;
            return longest;
        }

        public void Dispose() => _listener.Dispose();
    }
}
