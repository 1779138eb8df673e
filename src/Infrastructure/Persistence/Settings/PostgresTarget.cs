using Npgsql;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>PostgreSQL's part of the settings: checks the keywords one by one and adds our defaults.</summary>
internal static class PostgresTarget
{
    // The names of PostgreSQL's own library in URLs, where the driver's names differ.
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

    // Indexes are in memory or on fast disks, and many small queries share few cores. The server's defaults suit rotating disks and reports:
    // they avoid random page reads, which are cheap here, and start parallel workers and JIT compilation, which cost more than they save.
    private const string Planner = "-c random_page_cost=1.1 -c max_parallel_workers_per_gather=0 -c jit=off";

    public static string KeywordOf(string queryKey) => Library.GetValueOrDefault(queryKey, queryKey);

    /// <summary>The driver's connection string: Hangar Bay's defaults, overridden by the given keywords.</summary>
    public static string Complete(string key, DatabaseTarget target)
    {
        // If the server is unreachable, a request must be refused within two seconds; the driver would wait for 15.
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
            // Accepts both libpq's "verify-full" and the driver's "VerifyFull".
            var name = Enum.GetNames<SslMode>().FirstOrDefault(
                mode => mode.Equals(value.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase));
            builder.SslMode = name is not null ? Enum.Parse<SslMode>(name) : throw new DatabaseSettingsException(
                $"{key}: sslmode is {Masking.Word(value)}; allowed are disable, allow, prefer, require, verify-ca and verify-full.");
            return;
        }

        // A keyword that the driver knows can be named in the message below, as then only its value may be wrong.
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
            throw new DatabaseSettingsException($"{key}: {keyword} has a value that PostgreSQL's driver does not accept; Npgsql's documentation lists the allowed values.");
        }
    }
}
