using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Postgres;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace HangarBay.Infrastructure.Tests.Persistence.Postgres;

/// <summary>Behind a PgBouncer everything works in session pooling; without sessions the process refuses to begin.</summary>
public sealed class PoolerTests : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(77);

    private TestDatabase _database = null!;

    public async Task InitializeAsync() => _database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, migrated: false);

    public async Task DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_database is not null) await _database.DisposeAsync();
    }

    [SkippableFact]
    public async Task Everything_works_over_a_session_pooler_that_drops_start_up_parameters()
    {
        await using var pooler = await PgBouncer.StartAsync("session", "ignore_startup_parameters = options");
        await using var services = Services(pooler.Before(_database.AsConfigured));

        await services.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None);
        await using var lease = await services.GetRequiredService<ISweeperLock>().TryAcquireAsync(CancellationToken.None);

        Assert.NotNull(lease);
        Assert.Null(await services.GetRequiredService<ISweeperLock>().TryAcquireAsync(CancellationToken.None));
        Assert.True((await services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).IsReady);
        Assert.Equal("77s on", await ReadAsync(services, "SELECT current_setting('statement_timeout') || ' ' || current_setting('default_transaction_read_only') AS \"Value\""));
    }

    [SkippableTheory]
    [InlineData("transaction")]
    [InlineData("statement")]
    public async Task A_pooler_without_sessions_is_refused_in_one_sentence_before_any_work(string mode)
    {
        await using var pooler = await PgBouncer.StartAsync(mode);
        await RefuseAsync(pooler);
    }

    [SkippableFact]
    public async Task A_pooler_without_sessions_is_refused_with_round_robin_too()
    {
        await using var pooler = await PgBouncer.StartAsync("transaction", "server_round_robin = 1");
        await WarmAsync(pooler, sessions: 6);

        await RefuseAsync(pooler);
    }

    [SkippableFact]
    public async Task A_start_up_parameter_that_the_pooler_refuses_is_named_with_what_to_do()
    {
        await using var pooler = await PgBouncer.StartAsync("session");
        await using var services = Services(pooler.Before(_database.AsConfigured));

        var fault = await FailAsync(services, () => services.GetRequiredService<IDatabaseSchema>().ReadAsync(CancellationToken.None));

        Assert.Equal(
            new DatabaseFault(DatabaseFaultKind.Unsuitable,
                "A pooler in front of the database refuses the start-up parameter \"options\"; set the pooler to ignore it (PgBouncer: ignore_startup_parameters = options)."),
            fault);
    }

    [SkippableTheory]
    [InlineData("SELECT 1", "statement_timeout")]
    [InlineData("SET statement_timeout = 77001", "statement_timeout")]
    [InlineData("SET statement_timeout = 77000", "default_transaction_read_only")]
    [InlineData("SET default_transaction_read_only = on", "statement_timeout")]
    public async Task A_session_without_its_limits_is_not_used_for_reading(string set, string lacks)
    {
        await using var session = new NpgsqlConnection(_database.Settings.ConnectionString);
        await session.OpenAsync();
        await using (var command = new NpgsqlCommand(set, session)) await command.ExecuteNonQueryAsync();

        var refused = await Assert.ThrowsAsync<DatabaseFaultException>(() => ReadingConnections.RequireLimitsAsync(session, Limit));

        Assert.Equal(DatabaseFaultKind.Unsuitable, refused.Fault.Kind);
        Assert.Contains(lacks, refused.Message, StringComparison.Ordinal);
    }

    private async Task RefuseAsync(PgBouncer pooler)
    {
        await using var services = Services(pooler.Before(_database.Settings));
        var schema = services.GetRequiredService<IDatabaseSchema>();

        foreach (var attempt in new Func<Task>[]
        {
            () => schema.ReportAsync(CancellationToken.None),
            () => schema.MigrateAsync(CancellationToken.None),
            () => ReadAsync(services, "SELECT '' AS \"Value\""),
        })
        {
            var fault = await FailAsync(services, attempt);
            Assert.Equal((DatabaseFaultKind.Unsuitable, PostgresSessions.Shared), (fault?.Kind, fault?.Message));
        }

        await using var direct = Services(_database.Settings);
        Assert.Empty((await direct.GetRequiredService<IDatabaseSchema>().ReadAsync(CancellationToken.None)).Applied);
    }

    /// <summary>Opens this many sessions of the server, which the pooler then uses in turn.</summary>
    private async Task WarmAsync(PgBouncer pooler, int sessions)
    {
        await using var source = NpgsqlDataSource.Create(pooler.Before(_database.Settings).ConnectionString + ";No Reset On Close=true");
        var connections = new List<NpgsqlConnection>();
        for (var session = 0; session < sessions; session++)
        {
            connections.Add(await source.OpenConnectionAsync());
            await using var begin = new NpgsqlCommand("BEGIN", connections[^1]);
            await begin.ExecuteNonQueryAsync();
        }

        foreach (var connection in connections)
        {
            await using (var commit = new NpgsqlCommand("COMMIT", connection)) await commit.ExecuteNonQueryAsync();
            await connection.DisposeAsync();
        }
    }

    private static ServiceProvider Services(DatabaseSettings settings) => new ServiceCollection().AddLogging().AddPersistence(settings).BuildServiceProvider();

    private static async Task<string> ReadAsync(ServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IReadingLimit>().Set(Limit);
        return await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database.SqlQueryRaw<string>(sql).SingleAsync();
    }

    private static async Task<DatabaseFault?> FailAsync(ServiceProvider services, Func<Task> attempt) =>
        services.GetRequiredService<IDatabaseFaults>().Explain(await Assert.ThrowsAnyAsync<Exception>(attempt));
}
