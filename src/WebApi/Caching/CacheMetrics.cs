using System.Diagnostics.Metrics;

namespace HangarBay.WebApi.Caching;

/// <summary>Counts the answers that were made, and those that keeping them saved.</summary>
internal sealed class CacheMetrics
{
    public const string MeterName = "HangarBay.Cache";

    private static readonly KeyValuePair<string, object?> Known = new("outcome", "not_modified");
    private static readonly KeyValuePair<string, object?> Kept = new("outcome", "kept");
    private static readonly KeyValuePair<string, object?> Made = new("outcome", "made");

    private readonly Counter<long> _answers;

    public CacheMetrics(IMeterFactory meters, AnswerStore store)
    {
        var meter = meters.Create(MeterName);
        _answers = meter.CreateCounter<long>(
            "hangarbay.cache.answers", "{answer}", "Answers by outcome: not_modified (the client had it), kept (an earlier request made it), made.");
        meter.CreateObservableGauge("hangarbay.cache.entries", () => store.Memory.Count, "{answer}", "Answers kept in this process.");
        meter.CreateObservableGauge("hangarbay.cache.size", () => store.Size, "By", "Bytes that the kept answers take.");
    }

    public void WasKnown() => _answers.Add(1, Known);

    public void Answered(bool made) => _answers.Add(1, made ? Made : Kept);
}
