using HangarBay.Application.Abstractions;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Postgres;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Persistence.Postgres;

/// <summary>A database that cannot be used is reported before anything is written to it.</summary>
public sealed class PostgresNeedsTests
{
    [Theory]
    [InlineData(15, "UTF8", null)]
    [InlineData(18, "UTF8", null)]
    [InlineData(14, "UTF8", "The server is PostgreSQL 14; version 15 or newer is needed.")]
    [InlineData(15, "LATIN1", "The database's encoding is LATIN1; UTF8 is needed (CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0).")]
    public void An_unsuitable_server_is_described_in_one_sentence(int version, string encoding, string? lack) => Assert.Equal(lack, PostgresEngine.FindLack(version, encoding));

    [SkippableFact]
    public async Task A_database_of_another_encoding_is_refused_and_stays_as_it_was()
    {
        await using var other = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, migrated: false);
        var name = $"{new NpgsqlConnectionStringBuilder(other.Settings.ConnectionString).Database}_latin1";
        await ExecuteAsync(other.Settings.ConnectionString, $"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        try
        {
            var settings = other.Settings with { ConnectionString = new NpgsqlConnectionStringBuilder(other.Settings.ConnectionString) { Database = name }.ConnectionString };
            await using var services = new ServiceCollection().AddLogging().AddPersistence(settings).BuildServiceProvider();
            var schema = services.GetRequiredService<IDatabaseSchema>();

            var refused = await Assert.ThrowsAnyAsync<Exception>(() => schema.MigrateAsync(CancellationToken.None));

            Assert.Equal(DatabaseFaultKind.Unsuitable, services.GetRequiredService<IDatabaseFaults>().Explain(refused)?.Kind);
            Assert.Contains("LATIN1", (await services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).Reason, StringComparison.Ordinal);
            Assert.Equal(0L, await AskAsync(settings.ConnectionString, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await ExecuteAsync(other.Settings.ConnectionString, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql) => await AskAsync(connectionString, sql);

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
