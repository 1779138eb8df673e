namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Whether requests can be served.</summary>
/// <param name="Reason">Why requests cannot be served, as a sentence without secrets; null if they can be served.</param>
/// <param name="Pending">The names of the migrations that are missing.</param>
public sealed record Readiness(string? Reason, IReadOnlyList<string> Pending)
{
    public static readonly Readiness Ready = new(null, []);

    public bool IsReady => Reason is null;
}
