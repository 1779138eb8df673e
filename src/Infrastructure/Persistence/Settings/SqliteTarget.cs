using Microsoft.Data.Sqlite;

namespace HangarBay.Infrastructure.Persistence.Settings;

/// <summary>SQLite's part of the settings: a file, by its absolute path.</summary>
internal static class SqliteTarget
{
    /// <summary>The driver's connection string: Hangar Bay's defaults, overridden by the given keywords.</summary>
    public static string Complete(string key, DatabaseTarget target, string contentRoot)
    {
        // DefaultTimeout: how long a writer waits for another one; the driver would wait for 30 seconds.
        // Mode: only migrating creates the file, readable only for its owner; opening a connection must not create it.
        var builder = new SqliteConnectionStringBuilder { Pooling = true, DefaultTimeout = 10, Mode = SqliteOpenMode.ReadWrite };
        foreach (var (keyword, value) in target.Keywords) Set(builder, key, target, keyword, value);
        builder.DataSource = Locate(key, builder, contentRoot);
        return builder.ConnectionString;
    }

    private static string Locate(string key, SqliteConnectionStringBuilder builder, string contentRoot)
    {
        var given = builder.DataSource;
        if (string.IsNullOrWhiteSpace(given) || given.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            || builder.Mode == SqliteOpenMode.Memory || given.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new DatabaseSettingsException(
                $"{key} asks for \"{given}\", which is not the path of a file; allowed is a path such as ./{DatabaseConfiguration.DefaultFile}, because a database in memory ends with its connection.");
        }

        var file = Path.GetFullPath(given, contentRoot);
        if (Directory.Exists(file)) throw new DatabaseSettingsException($"{key} names {file}, which is a folder; it has to be a file.");
        return Directory.Exists(Path.GetDirectoryName(file))
            ? file
            : throw new DatabaseSettingsException($"{key} names {file}, whose folder does not exist; make the folder or name another file.");
    }

    private static void Set(SqliteConnectionStringBuilder builder, string key, DatabaseTarget target, string keyword, string value)
    {
        try
        {
            builder[keyword] = value;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            throw new DatabaseSettingsException(
                $"{key} ({target.Shown}) has a keyword or value that SQLite's driver does not know; allowed are Data Source, Mode (ReadWriteCreate, ReadWrite or ReadOnly), Cache, Default Timeout and Pooling.");
        }
    }
}
