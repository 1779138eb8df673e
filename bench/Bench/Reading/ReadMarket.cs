using System.Globalization;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Bench.Reading;

/// <summary>A market that is read: one shaped like The Forge, and one seven times as large.</summary>
/// <param name="Live">Contracts that are listed.</param>
/// <param name="Closed">Contracts beside them that were listed before.</param>
/// <param name="LinesEach">Lines of the average contract that bears any.</param>
/// <param name="IsLarge">Measured only where it is asked for.</param>
internal sealed record ReadMarket(int Live, int Closed, double LinesEach, bool IsLarge)
{
    private static readonly ReadMarket[] All = [new(34_116, 42_483, 3.9, IsLarge: false), new(250_000, 50_000, 7.5, IsLarge: true)];

    public static IEnumerable<ReadMarket> Of(bool withLarge) => All.Where(market => withLarge || !market.IsLarge);

    /// <summary>As tables name it.</summary>
    public string Title => $"{Live.ToString("N0", CultureInfo.InvariantCulture)} live contracts";

    /// <summary>What was closed was listed first; its lines are kept.</summary>
    public async Task<InProcess> FillAsync(DatabaseProvider engine)
    {
        var process = await InProcess.StartAsync(engine, Closed, LinesEach, TimeProvider.System.GetUtcNow().AddHours(-4));
        await process.SweepAsync();
        await process.ReadItemsAsync();
        process.Replace(Live);
        await process.SweepAsync();
        process.Turn(0);
        // The first list that lacks so much is not believed.
        await process.SweepAsync();
        await process.ReadItemsAsync();
        await process.NameAsync();
        await process.SettleAsync();
        await Databases.SettleAsync(process.Database);
        return process;
    }
}
