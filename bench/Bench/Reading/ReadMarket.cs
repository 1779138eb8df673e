using System.Globalization;

namespace HangarBay.Bench.Reading;

/// <summary>A market that is read.</summary>
/// <param name="Live">Contracts that are listed.</param>
/// <param name="Closed">Contracts beside them that were listed before.</param>
/// <param name="LinesEach">Lines of the average contract that bears any.</param>
internal sealed record ReadMarket(int Live, int Closed, double LinesEach)
{
    public const int TheForge = 34_116;

    /// <summary>As tables name it.</summary>
    public string Title => $"{Live.ToString("N0", CultureInfo.InvariantCulture)} live contracts";

    /// <summary>Of its live contracts; the others follow one by one.</summary>
    public long FirstId => MemoryEsi.FirstId + Closed;

    /// <summary>Shaped like The Forge; the large ones have longer contracts.</summary>
    public static ReadMarket Of(int contracts) =>
        contracts < 100_000 ? new(contracts, contracts + 8_367, 3.9) : new(contracts, contracts / 5, 7.5);
}
