namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>One request to a sandbox.</summary>
/// <param name="At">When the request came.</param>
/// <param name="Path">The path with its query.</param>
/// <param name="Route">The path as the OpenAPI document writes it; empty when ESI has no such path.</param>
/// <param name="Status">The status of the answer; 0 when the caller hung up before.</param>
/// <param name="IfNoneMatch">Whether the caller sent an entity tag.</param>
/// <param name="UserAgent">The caller's User-Agent; empty when it sent none.</param>
public sealed record SeenRequest(DateTimeOffset At, string Method, string Path, string Route, int Status, bool IfNoneMatch, string UserAgent)
{
    /// <summary>The Expires header of the answer; null when it had none.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The kinds of the faults that struck it, outermost first. Faults that act when they are added strike no request.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
