using HangarBay.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>A database on the server of the test run, made from a template that is migrated once a run.</summary>
internal sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly Lazy<Task<string>> Template = new(MigrateOnceAsync);

    private readonly string _name;

    private PostgresTestDatabase(string name, string server)
    {
        _name = name;
        var connection = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            IncludeErrorDetail = true,
            // A busy test machine may be slow.
            Timeout = 15,
        };
        Settings = new DatabaseSettings(DatabaseProvider.Postgres, connection.ConnectionString, MigrateOnStartup: true);
    }

    public override DatabaseSettings Settings { get; }

    public static async Task<PostgresTestDatabase> CreateAsync(bool migrated)
    {
        var database = new PostgresTestDatabase(NewName(), await PostgresServer.ConnectionStringAsync());
        // An empty database is made from template0, because template1 may contain objects of its owner.
        await PostgresServer.ExecuteAsync($"CREATE DATABASE {database._name} TEMPLATE {(migrated ? await Template.Value : "template0")}");
        return database;
    }

    public override async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(Settings.ConnectionString)) NpgsqlConnection.ClearPool(connection);
        await PostgresServer.ExecuteAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private static async Task<string> MigrateOnceAsync()
    {
        var template = await CreateAsync(migrated: false);
        await using var services = template.CreateServices();
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database.MigrateAsync();
        }

        // A server that is not a throwaway one must be left clean. A throwaway one is removed with its databases.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(template);
        return template._name;
    }

    private static void Drop(PostgresTestDatabase template)
    {
        try
        {
            template.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (NpgsqlException)
        {
            // The server was stopped before.
        }
    }
}
