namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>What one setting asks for: an engine, and the driver's keywords with their values as they were given.</summary>
internal sealed record DatabaseTarget(DatabaseProvider Provider, IReadOnlyList<KeyValuePair<string, string>> Keywords)
{
    /// <summary>The keywords with every value masked that might be a secret.</summary>
    public string Shown => Masking.Keywords(Keywords);

    public override string ToString() => Shown;
}
