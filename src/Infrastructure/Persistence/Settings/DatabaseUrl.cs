using System.Text.RegularExpressions;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// <c>DATABASE_URL</c>: <c>postgresql://user:password@host:5432/database?sslmode=require</c> (or <c>postgres://</c>),
/// <c>sqlite:///./relative.db</c>, <c>sqlite:////absolute.db</c>. User, password, host and database are percent-encoded.
/// </summary>
internal static partial class DatabaseUrl
{
    private const string Allowed =
        "postgresql://user:password@host:5432/database?sslmode=require with the user and password percent-encoded, " +
        "sqlite:///./relative.db, or sqlite:////absolute.db";

    public static DatabaseTarget Read(string url)
    {
        if (PostgresForm().Match(url) is { Success: true } postgres) return ReadPostgres(postgres);
        if (SqliteForm().Match(url) is { Success: true } sqlite) return ReadSqlite(sqlite);
        throw Malformed(url);
    }

    private static DatabaseTarget ReadPostgres(Match parts)
    {
        var keywords = new List<KeyValuePair<string, string>>();
        Add("Host", "host");
        Add("Port", "port");
        Add("Database", "database");
        Add("Username", "user");
        Add("Password", "password");
        AddQuery(keywords, parts.Groups["query"].Value, PostgresTarget.KeywordOf);
        return new DatabaseTarget(DatabaseProvider.Postgres, keywords);

        void Add(string keyword, string part)
        {
            if (parts.Groups[part] is { Success: true, Length: > 0 } group) keywords.Add(new(keyword, Unescape(group.Value).Trim('[', ']')));
        }
    }

    private static DatabaseTarget ReadSqlite(Match parts)
    {
        var keywords = new List<KeyValuePair<string, string>> { new("Data Source", Unescape(parts.Groups["path"].Value)) };
        AddQuery(keywords, parts.Groups["query"].Value, key => key);
        return new DatabaseTarget(DatabaseProvider.Sqlite, keywords);
    }

    private static void AddQuery(List<KeyValuePair<string, string>> keywords, string query, Func<string, string> keywordOf)
    {
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = pair.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 ? (pair[..at], pair[(at + 1)..]) : (pair, "");
            var keyword = keywordOf(Unescape(key).Replace('_', ' '));
            keywords.RemoveAll(known => string.Equals(known.Key, keyword, StringComparison.OrdinalIgnoreCase));
            keywords.Add(new(keyword, Unescape(value)));
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    private static DatabaseSettingsException Malformed(string url)
    {
        // Only the scheme of the URL is shown: in a URL that cannot be read, the password may be anywhere.
        var scheme = SchemeForm().Match(url) is { Success: true } match ? $"{match.Value}{Masking.Hidden}" : Masking.Hidden;
        return new DatabaseSettingsException($"{DatabaseConfiguration.UrlKey} ({scheme}) cannot be read; allowed are {Allowed}.");
    }

    [GeneratedRegex(
        @"^(?:postgresql|postgres)://(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?(?<host>\[[0-9a-f:.]+\]|[^:@/?#,\[\]]*)(?::(?<port>[0-9]*))?(?:/(?<database>[^/?#@]*))?(?:\?(?<query>[^#@]*))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PostgresForm();

    [GeneratedRegex(@"^sqlite:///(?<path>[^?#]+)(?:\?(?<query>[^#]*))?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SqliteForm();

    [GeneratedRegex("^(?:postgresql|postgres|sqlite)://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SchemeForm();
}
