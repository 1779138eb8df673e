namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>The content of one setting: an engine, and the driver's keywords with their values as given.</summary>
internal sealed record DatabaseTarget(DatabaseProvider Provider, IReadOnlyList<KeyValuePair<string, string>> Keywords)
{
    /// <summary>The keywords, with everything masked that might be a secret.</summary>
    public string Shown => Masking.Keywords(Keywords);

    public override string ToString() => Shown;
}
