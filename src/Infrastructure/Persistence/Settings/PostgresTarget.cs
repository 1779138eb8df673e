using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>PostgreSQL's part of the settings: keywords checked one by one, and our defaults.</summary>
internal static class PostgresTarget
{
    // The names that PostgreSQL's own library uses in URLs, where the driver's differ.
    private static readonly Dictionary<string, string> Library = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sslmode"] = "SSL Mode",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["sslpassword"] = "SSL Password",
        ["dbname"] = "Database",
        ["user"] = "Username",
        ["connect timeout"] = "Timeout",
        ["hostaddr"] = "Host",
    };

    // Whole indexes are in memory here or on fast disks, and many small queries share few cores: what the server's own defaults,
    // made for disks that turn and for reports, would have it avoid or start is the better or the worse plan.
    private const string Planner = "-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c jit=off";

    public static string KeywordOf(string queryKey) => Library.GetValueOrDefault(queryKey, queryKey);

    /// <summary>The driver's connection string, with what Hangar Bay wants unless told otherwise.</summary>
    public static string Complete(string key, DatabaseTarget target)
    {
        // A request is to be refused within two seconds when the server is gone; the driver would wait for 15.
        var builder = new NpgsqlConnectionStringBuilder { Timeout = 1, ApplicationName = "HangarBay", Options = Planner };
        foreach (var (keyword, value) in target.Keywords) Set(builder, key, target, keyword, value);
        if (builder.Port is < 1 or > 65535) throw new DatabaseSettingsException($"{key}: Port is {builder.Port}; allowed are 1 to 65535.");
        return string.IsNullOrWhiteSpace(builder.Host)
            ? throw new DatabaseSettingsException($"{key} ({target.Shown}) names no host; a PostgreSQL database needs one.")
            : builder.ConnectionString;
    }

    private static void Set(NpgsqlConnectionStringBuilder builder, string key, DatabaseTarget target, string keyword, string value)
    {
        if (keyword.Replace(" ", "", StringComparison.Ordinal).Equals("sslmode", StringComparison.OrdinalIgnoreCase))
        {
            // Both libpq's "verify-full" and the driver's "VerifyFull".
            var name = Enum.GetNames<SslMode>().FirstOrDefault(
                mode => mode.Equals(value.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            builder.SslMode = name is not null ? Enum.Parse<SslMode>(name) : throw new DatabaseSettingsException(
                $"{key}: sslmode is {Masking.Word(value)}; allowed are disable, allow, prefer, require, verify-ca and verify-full.");
            return;
        }

        // Known to the driver: then it can be named, and only its value may be wrong.
        if (!builder.ContainsKey(keyword))
        {
            throw new DatabaseSettingsException(
                $"{key} ({target.Shown}) has a keyword that PostgreSQL's driver does not know; allowed are those of Npgsql, such as sslmode, Timeout or Maximum Pool Size.");
        }

        try
        {
            builder[keyword] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException or NotSupportedException)
        {
            throw new DatabaseSettingsException($"{key}: {keyword} has a value that PostgreSQL's driver does not take; see Npgsql's list of what it allows.");
        }
    }
}
