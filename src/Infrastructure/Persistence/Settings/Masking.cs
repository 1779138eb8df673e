namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// How a setting is shown to people. Only what is known to be harmless is shown at all: a password may have ended up
/// under a misspelt keyword, or have fallen apart at a sign that wanted escaping.
/// </summary>
internal static class Masking
{
    public const string Hidden = "***";

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Server", "Port", "Database", "SSL Mode", "SslMode", "Data Source", "DataSource", "Filename", "Mode", "Cache", "Pooling",
    };

    /// <summary>As a connection string; keywords nobody knows are not even named.</summary>
    public static string Keywords(IEnumerable<KeyValuePair<string, string>> keywords) => string.Join(
        ';', keywords.Select(pair => Harmless.Contains(pair.Key) ? $"{pair.Key}={pair.Value}" : Hidden).Distinct());

    /// <summary>A value that ought to be one of a few words; anything unlike a word is hidden.</summary>
    public static string Word(string text) =>
        text.Length <= 20 && text.All(char.IsAsciiLetterOrDigit) ? $"\"{text}\"" : $"\"{Hidden}\"";
}
