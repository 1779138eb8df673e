using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Npgsql;

namespace HangarBay.Bench;

/// <summary>Empty databases for programs to fill.</summary>
internal static class Databases
{
    public static async Task<(TestDatabase Database, (string Key, string Value)[] Settings)> CreateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        return (database, SettingsOf(database));
    }

    /// <summary>The settings as environment variables of a process.</summary>
    public static (string Key, string Value)[] SettingsOf(TestDatabase database) =>
        [.. database.Configuration.Select(pair => (pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value ?? ""))];

    /// <summary>Brings the database to its state after some use, when the planner has statistics of the tables.</summary>
    public static async Task SettleAsync(TestDatabase database)
    {
        if (database.Settings.Provider != DatabaseProvider.Postgres) return;
        await using var connection = new NpgsqlConnection(database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await command.ExecuteNonQueryAsync();
    }
}
