using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence.Sqlite;

public sealed class SqliteTroubleTests() : DatabaseBehaviour(DatabaseProvider.Sqlite)
{
    [Fact]
    public async Task A_read_only_file_can_be_read_and_a_write_fails_with_a_sentence()
    {
        await GivenAsync(Exchange(1));
        await using var reading = OpenedFor("ReadOnly");

        Assert.True((await reading.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).IsReady);
        await using var scope = reading.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Set<Contract>().CountAsync());
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => BulkAsync(scope.ServiceProvider, 10));

        Assert.Equal(DatabaseFaultKind.ReadOnly, Explain(exception)?.Kind);
    }

    [Fact]
    public async Task A_read_only_file_without_tables_fails_with_a_sentence()
    {
        await using var empty = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await File.WriteAllBytesAsync(empty.Settings.File!, []);
        await using var reading = OpenedFor("ReadOnly", empty.Settings);

        var exception = await Assert.ThrowsAnyAsync<Exception>(
            () => reading.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None));

        Assert.Equal(DatabaseFaultKind.ReadOnly, Explain(exception)?.Kind);
    }

    [Fact]
    public async Task A_full_file_refuses_the_whole_unit_of_work_with_a_sentence_and_stays_sound()
    {
        await GivenAsync(Exchange(1));
        await using var scope = Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>().Database;
        await database.OpenConnectionAsync();
        await database.ExecuteSqlRawAsync("PRAGMA max_page_count = 60");

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => BulkAsync(scope.ServiceProvider, 5000));

        Assert.Equal(DatabaseFaultKind.Full, Explain(exception)?.Kind);
        await database.ExecuteSqlRawAsync("PRAGMA max_page_count = 1000000");
        Assert.Equal("ok", (await database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync()).Single());
        Assert.Equal(5000, await BulkAsync(scope.ServiceProvider, 5000));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_reported_as_damaged()
    {
        await File.WriteAllTextAsync(Database.Settings.File!, new string('x', 5000));

        var readiness = await Services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None);

        Assert.Equal("The database file is damaged or no SQLite database.", readiness.Reason);
    }

    [Fact]
    public async Task A_readiness_check_creates_no_file()
    {
        await using var none = await TestDatabase.CreateAsync(DatabaseProvider.Sqlite, migrated: false);
        await using var services = none.CreateServices();

        Assert.False((await services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).IsReady);
        Assert.Null((await services.GetRequiredService<IDatabaseSchema>().ReportAsync(CancellationToken.None)).ServerVersion);

        Assert.False(File.Exists(none.Settings.File));
    }

    [Fact]
    public async Task Connections_wait_for_the_writer_hold_foreign_keys_and_keep_a_write_ahead_log()
    {
        var set = await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Database.SqlQueryRaw<string>(
            "SELECT j.journal_mode || ' ' || f.foreign_keys || ' ' || b.timeout || ' ' || s.synchronous AS \"Value\" " +
            "FROM pragma_journal_mode j, pragma_foreign_keys f, pragma_busy_timeout b, pragma_synchronous s").ToListAsync());

        Assert.Equal(["wal 1 5000 1"], set);
    }

    private ServiceProvider OpenedFor(string mode, DatabaseSettings? settings = null)
    {
        settings ??= Database.Settings;
        return new ServiceCollection().AddLogging()
            .AddPersistence(settings with { ConnectionString = $"{settings.ConnectionString};Mode={mode};Pooling=False" })
            .BuildServiceProvider();
    }

    private DatabaseFault? Explain(Exception exception) => Services.GetRequiredService<IDatabaseFaults>().Explain(exception);

    private static Task<int> BulkAsync(IServiceProvider services, int count) => services.GetRequiredService<IBulkWriter>()
        .UpsertAsync([.. Enumerable.Range(2, count).Select(id => Exchange(id))], CancellationToken.None);
}
