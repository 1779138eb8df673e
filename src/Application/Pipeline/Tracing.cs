using System.Diagnostics;

namespace HangarBay.Application.Pipeline;

/// <summary>Where spans come from: one a request of the pipeline, and one a round of the sync around them.</summary>
public static class Tracing
{
    public const string SourceName = "HangarBay";

    internal static readonly ActivitySource Source = new(SourceName);
}
