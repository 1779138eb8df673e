using System.Globalization;
using HangarBay.TestSupport;

namespace HangarBay.Bench.Reading;

/// <summary>What is asked again and again, and answered from what is kept, beside as many bytes that never change behind the same middleware.</summary>
internal static class KeptAnswers
{
    public static async Task MeasureAsync(string title, TestDatabase database, int seconds, Floors floors)
    {
        await using var server = await ServerProcess.StartKeepingAsync(database);
        Table.Start($"{title}, {Wrk.Connections} connections, answers kept", "request", "bytes", "a second", "constant body", "× constant (0.8 wanted)");
        foreach (var request in ReadRequest.All)
        {
            var bytes = (await server.Http.GetByteArrayAsync(request.Path)).Length.ToString(CultureInfo.InvariantCulture);
            var constant = await Wrk.MeasureAsync(server.Http, ConstantBody.Path + bytes, seconds);
            var kept = await Wrk.MeasureAsync(server.Http, request.Path, seconds);
            Table.Row(
                request.Name, bytes, kept.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                constant.PerSecond.ToString("N0", CultureInfo.InvariantCulture),
                (kept.PerSecond / constant.PerSecond).ToString("F2", CultureInfo.InvariantCulture));
            floors.AtLeast($"{title}: {request.Name} x constant", kept.PerSecond / constant.PerSecond, 0.8, kept.Noise + constant.Noise);
        }

        Console.WriteLine($"\nThe process's memory after it: {server.ResidentBytes / 1_000_000} MB resident, {server.PeakBytes / 1_000_000} MB at its peak.");
    }
}
