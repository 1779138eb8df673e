using System.Diagnostics.Metrics;

namespace HangarBay.Application.Market;

/// <summary>Metrics of changes of the market, and of the proof that the market in memory is right.</summary>
public sealed class MarketMetrics
{
    public const string MeterName = "HangarBay.Market";

    private readonly Histogram<double> _held;
    private readonly Counter<int> _differed;

    public MarketMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _held = meter.CreateHistogram<double>(
            "hangarbay.market.held", "s", "How long a change locked the market's row, from the lock to the commit. Every other writer waits for this time.");
        _differed = meter.CreateCounter<int>(
            "hangarbay.market.differences", "{contract}", "Contracts in memory that a proof found to differ from the database. The market is then read again.");
    }

    public void Held(TimeSpan length) => _held.Record(length.TotalSeconds);

    public void Differed(int contracts) => _differed.Add(contracts);
}
