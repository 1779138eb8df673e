using System.Diagnostics.Metrics;

namespace HangarBay.Application.Market;

/// <summary>What changing the market costs, in numbers.</summary>
public sealed class MarketMetrics
{
    public const string MeterName = "HangarBay.Market";

    private readonly Histogram<double> _held;

    public MarketMetrics(IMeterFactory meters) => _held = meters.Create(MeterName).CreateHistogram<double>(
        "hangarbay.market.held", "s", "How long a change held the market's row, from its hold to its commit: so long every other writer waits.");

    public void Held(TimeSpan length) => _held.Record(length.TotalSeconds);
}
