namespace HangarBay.Infrastructure.Persistence.Schema;

/// <summary>Whether requests can be served.</summary>
/// <param name="Reason">Why not, as a sentence without a secret; null where they can.</param>
/// <param name="Pending">Migrations that are missing, by name.</param>
public sealed record Readiness(string? Reason, IReadOnlyList<string> Pending)
{
    public static readonly Readiness Ready = new(null, []);

    public bool IsReady => Reason is null;
}
