namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>One request a sandbox answered.</summary>
/// <param name="At">When it came.</param>
/// <param name="Path">With its query.</param>
/// <param name="Route">As the OpenAPI document writes the path; empty when it is none of ESI's.</param>
/// <param name="Status">What was answered; 0 when the caller left before.</param>
/// <param name="IfNoneMatch">Whether the caller sent an entity tag.</param>
/// <param name="UserAgent">Who asked; empty when not said.</param>
public sealed record SeenRequest(DateTimeOffset At, string Method, string Path, string Route, int Status, bool IfNoneMatch, string UserAgent)
{
    /// <summary>Until when the caller was told to keep the answer; null when nothing was said.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The kinds of the faults that struck it, outermost first; those that strike when they are added strike no request.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
