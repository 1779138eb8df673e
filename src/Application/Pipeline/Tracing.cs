using System.Diagnostics;

namespace HangarBay.Application.Pipeline;

/// <summary>The source of spans: one per request of the pipeline, and one around them per round of the sync.</summary>
public static class Tracing
{
    public const string SourceName = "HangarBay";

    internal static readonly ActivitySource Source = new(SourceName);
}
