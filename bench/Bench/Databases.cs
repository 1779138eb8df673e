using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Npgsql;

namespace HangarBay.Bench;

/// <summary>An empty database for a program to fill.</summary>
internal static class Databases
{
    public static async Task<(TestDatabase Database, (string Key, string Value)[] Settings)> CreateAsync(DatabaseProvider provider)
    {
        var database = await TestDatabase.CreateAsync(provider);
        return (database, SettingsOf(database));
    }

    /// <summary>As a process takes them from its environment.</summary>
    public static (string Key, string Value)[] SettingsOf(TestDatabase database) =>
        [.. database.Configuration.Select(pair => (pair.Key.Replace(":", "__", StringComparison.Ordinal), pair.Value ?? ""))];

    /// <summary>As after a while of use, when the planner knows the tables.</summary>
    public static async Task SettleAsync(TestDatabase database)
    {
        if (database.Settings.Provider != DatabaseProvider.Postgres) return;
        await using var connection = new NpgsqlConnection(database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("VACUUM ANALYZE", connection);
        await command.ExecuteNonQueryAsync();
    }
}
