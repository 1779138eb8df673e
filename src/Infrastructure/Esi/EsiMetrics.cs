using System.Diagnostics.Metrics;
using System.Globalization;

namespace HangarBay.Infrastructure.Esi;

/// <summary>Records the duration of every attempt by route and status, every pause, and the difference of the clocks.</summary>
internal sealed class EsiMetrics
{
    public const string MeterName = "HangarBay.Esi";

    private readonly Histogram<double> _duration;
    private readonly Counter<long> _pauses;

    // Null before the first answer with a date.
    private volatile object? _secondsAhead;

    public EsiMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _duration = meter.CreateHistogram<double>("hangarbay.esi.request.duration", "s", "One try, from its start to the last byte of the body.");
        _pauses = meter.CreateCounter<long>("hangarbay.esi.pauses", description: "Pauses that ESI's limiters demanded.");
        meter.CreateObservableGauge(
            "hangarbay.esi.clock.ahead", () => _secondsAhead is double seconds ? [new Measurement<double>(seconds)] : Array.Empty<Measurement<double>>(),
            "s", "How far this machine's clock is ahead of ESI's; negative: behind.");
    }

    /// <summary>Records an attempt. A status of 0 means that no answer came.</summary>
    public void Tried(string route, int status, TimeSpan duration) => _duration.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("route", route),
        new KeyValuePair<string, object?>("status", status == 0 ? "none" : status.ToString(CultureInfo.InvariantCulture)));

    public void ClockIsAhead(TimeSpan difference) => _secondsAhead = difference.TotalSeconds;

    public void Paused(string scope) => _pauses.Add(1, new KeyValuePair<string, object?>("scope", scope));
}
