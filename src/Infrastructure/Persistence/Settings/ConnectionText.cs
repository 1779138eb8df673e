using System.Data.Common;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>Reads <c>ConnectionStrings:HangarBay</c>, which has the driver's own form. Its keywords show which engine it is for.</summary>
internal static class ConnectionText
{
    private const string Allowed = "\"Data Source=FILE\" for SQLite, \"Host=SERVER;Database=NAME;Username=USER;Password=…\" for PostgreSQL";

    public static DatabaseTarget Read(string text, DatabaseProvider? expected)
    {
        var keywords = Split(text);
        var isSqlite = Has(keywords, "data source", "datasource", "filename");
        var isPostgres = Has(keywords, "host", "server");
        var provider = (isSqlite, isPostgres) switch
        {
            (true, false) => DatabaseProvider.Sqlite,
            (false, true) => DatabaseProvider.Postgres,
            _ => throw Unclear(Masking.Keywords(keywords), expected),
        };
        return new DatabaseTarget(provider, keywords);
    }

    private static List<KeyValuePair<string, string>> Split(string text)
    {
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            return [.. builder.Keys.Cast<string>().Select(key => KeyValuePair.Create(key, $"{builder[key]}"))];
        }
        catch (ArgumentException)
        {
            // The inner exception is left out, as it may quote the text.
            throw new DatabaseSettingsException(
                $"{DatabaseConfiguration.ConnectionKey} ({Masking.Hidden}) is not a connection string; allowed are {Allowed}, and a URL belongs in {DatabaseConfiguration.UrlKey}.");
        }
    }

    private static bool Has(IEnumerable<KeyValuePair<string, string>> keywords, params string[] names) =>
        keywords.Any(pair => names.Contains(pair.Key, StringComparer.OrdinalIgnoreCase));

    private static DatabaseSettingsException Unclear(string shown, DatabaseProvider? expected)
    {
        var engine = expected is { } provider ? $" although {DatabaseConfiguration.ProviderKey} is {provider}" : "";
        return new DatabaseSettingsException(
            $"{DatabaseConfiguration.ConnectionKey} ({shown}) does not say which engine it is for{engine}; allowed are {Allowed}.");
    }
}
