namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// Masks settings before they are shown. Only values that are known to be harmless are shown: a password may be under a misspelt keyword, or
/// may have been split at a character that needed escaping.
/// </summary>
internal static class Masking
{
    public const string Hidden = "***";

    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Server", "Port", "Database", "SSL Mode", "SslMode", "Data Source", "DataSource", "Filename", "Mode", "Cache", "Pooling",
    };

    /// <summary>The keywords as a connection string. A keyword that is not known to be harmless is hidden with its value.</summary>
    public static string Keywords(IEnumerable<KeyValuePair<string, string>> keywords) => string.Join(
        ';', keywords.Select(pair => Harmless.Contains(pair.Key) ? $"{pair.Key}={pair.Value}" : Hidden).Distinct());

    /// <summary>A value that should be one of a few words. Anything that does not look like a word is hidden.</summary>
    public static string Word(string text) =>
        text.Length <= 20 && text.All(char.IsAsciiLetterOrDigit) ? $"\"{text}\"" : $"\"{Hidden}\"";
}
