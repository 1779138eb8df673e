using System.Globalization;

namespace HangarBay.Bench.Reading;

/// <summary>A market whose reading is measured.</summary>
/// <param name="Live">The number of listed contracts.</param>
/// <param name="Closed">The number of further contracts, which were listed before.</param>
/// <param name="LinesEach">The average number of lines of a contract that has any.</param>
internal sealed record ReadMarket(int Live, int Closed, double LinesEach)
{
    public const int TheForge = 34_116;

    /// <summary>Its name in tables.</summary>
    public string Title => $"{Live.ToString("N0", CultureInfo.InvariantCulture)} live contracts";

    /// <summary>The id of the first live contract; the others follow one by one.</summary>
    public long FirstId => MemoryEsi.FirstId + Closed;

    /// <summary>A market in the shape of The Forge. Large markets have contracts with more lines.</summary>
    public static ReadMarket Of(int contracts) =>
        contracts < 100_000 ? new(contracts, contracts + 8_367, 3.9) : new(contracts, contracts / 5, 7.5);
}
