using Microsoft.Extensions.Configuration;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>
/// Reads from the configuration which database is used: <c>DATABASE_URL</c>, else <c>ConnectionStrings:HangarBay</c>, else a SQLite file with
/// the default name. If <c>Database:Provider</c> is set, it must agree with the engine that these name.
/// </summary>
public static class DatabaseConfiguration
{
    /// <summary>The default SQLite file, relative to the content root.</summary>
    public const string DefaultFile = "hangar_bay_dev.db";

    internal const string ProviderKey = "Database:Provider";
    internal const string MigrateKey = "Database:MigrateOnStartup";
    internal const string ConnectionKey = "ConnectionStrings:HangarBay";
    internal const string UrlKey = "DATABASE_URL";

    /// <param name="configuration">Blank values count as absent.</param>
    /// <param name="contentRoot">The folder to which a relative path of a SQLite file is relative.</param>
    /// <exception cref="DatabaseSettingsException">A setting is wrong, or two contradict each other.</exception>
    public static DatabaseSettings ReadDatabase(this IConfiguration configuration, string contentRoot)
    {
        var provider = ReadProvider(configuration);
        var (key, target, isDefault) = Find(configuration, provider);
        if (provider is { } wanted && wanted != target.Provider)
        {
            throw new DatabaseSettingsException(
                $"{ProviderKey} is {wanted}, but {key} is for {target.Provider} ({target.Shown}); remove one of them, or make them agree.");
        }

        return target.Provider switch
        {
            DatabaseProvider.Sqlite => new(DatabaseProvider.Sqlite, SqliteTarget.Complete(key, target, contentRoot), Migrates(configuration, true)) { IsDefault = isDefault },
            _ => new(DatabaseProvider.Postgres, PostgresTarget.Complete(key, target), Migrates(configuration, false)),
        };
    }

    private static (string Key, DatabaseTarget Target, bool IsDefault) Find(IConfiguration configuration, DatabaseProvider? provider)
    {
        if (Read(configuration, UrlKey) is { } url) return (UrlKey, DatabaseUrl.Read(url), false);
        if (Read(configuration, ConnectionKey) is { } text) return (ConnectionKey, ConnectionText.Read(text, provider), false);
        if (provider == DatabaseProvider.Postgres)
        {
            throw new DatabaseSettingsException(
                $"{ProviderKey} is Postgres, but neither {ConnectionKey} nor {UrlKey} says where the server is; set one of them.");
        }

        return (ProviderKey, new DatabaseTarget(DatabaseProvider.Sqlite, [new("Data Source", DefaultFile)]), true);
    }

    private static DatabaseProvider? ReadProvider(IConfiguration configuration) => Read(configuration, ProviderKey)?.ToUpperInvariant() switch
    {
        null => null,
        "SQLITE" => DatabaseProvider.Sqlite,
        "POSTGRES" => DatabaseProvider.Postgres,
        _ => throw new DatabaseSettingsException(
            $"{ProviderKey} is {Masking.Word(configuration[ProviderKey]!)}; allowed are Sqlite and Postgres."),
    };

    private static bool Migrates(IConfiguration configuration, bool otherwise) => Read(configuration, MigrateKey) switch
    {
        null => otherwise,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new DatabaseSettingsException($"{MigrateKey} is {Masking.Word(text)}; allowed are true and false."),
    };

    private static string? Read(IConfiguration configuration, string key) =>
        configuration[key] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
