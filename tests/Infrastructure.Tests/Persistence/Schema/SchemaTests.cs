using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

public sealed class SchemaOnSqlite() : SchemaBehaviour(DatabaseProvider.Sqlite);

public sealed class SchemaOnPostgres() : SchemaBehaviour(DatabaseProvider.Postgres);

public abstract class SchemaBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider, migrated: false)
{
    private IDatabaseSchema Schema => Services.GetRequiredService<IDatabaseSchema>();

    [SkippableFact]
    public async Task The_model_has_no_change_that_a_migration_lacks()
    {
        Assert.False(await InScopeAsync(services =>
            Task.FromResult(services.GetRequiredService<HangarBayDbContext>().Database.HasPendingModelChanges())));
    }

    [SkippableFact]
    public async Task An_empty_database_is_migrated_once_and_a_second_run_does_nothing()
    {
        var before = await Schema.ReadAsync(CancellationToken.None);
        Assert.Empty(before.Applied);

        Assert.Equal(before.Pending, await Schema.MigrateAsync(CancellationToken.None));
        Assert.Empty(await Schema.MigrateAsync(CancellationToken.None));

        var after = await Schema.ReadAsync(CancellationToken.None);
        Assert.Equal(before.Pending, after.Applied);
        Assert.Empty(after.Pending);
        Assert.Empty(after.Unknown);
    }

    [SkippableFact]
    public async Task Eight_processes_that_migrate_at_once_migrate_once()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var process = Database.CreateServices();
            return await process.GetRequiredService<IDatabaseSchema>().MigrateAsync(CancellationToken.None);
        })));

        Assert.Single(applied, names => names.Count > 0);
        Assert.Empty((await Schema.ReadAsync(CancellationToken.None)).Pending);
    }

    [SkippableFact]
    public async Task A_migration_of_a_newer_version_is_reported_and_stops_nothing()
    {
        await Schema.MigrateAsync(CancellationToken.None);
        await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Database.ExecuteSqlRawAsync(
            """INSERT INTO "__EFMigrationsHistory" (migration_id, product_version) VALUES ('99990101000000_Later', '99.0')"""));

        Assert.Equal(["99990101000000_Later"], (await Schema.ReadAsync(CancellationToken.None)).Unknown);
        Assert.True((await Services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).IsReady);
    }

    [SkippableFact]
    public async Task The_report_counts_the_rows_of_every_table()
    {
        var empty = await Schema.ReportAsync(CancellationToken.None);
        Assert.NotEmpty(empty.Schema.Pending);
        Assert.Empty(empty.Tables);

        await Schema.MigrateAsync(CancellationToken.None);
        await InScopeAsync(services => services.GetRequiredService<IBulkWriter>().UpsertAsync([Exchange(1), Exchange(2)], CancellationToken.None));
        var report = await Schema.ReportAsync(CancellationToken.None);

        Assert.Equal(2, report.Tables.Single(table => table.Table == "contracts").Rows);
        Assert.Equal(0, report.Tables.Single(table => table.Table == "region_pages").Rows);
        Assert.True(report.Bytes > 0);
        Assert.Matches(@"^\d+\.\d+", report.ServerVersion);
    }

    [SkippableFact]
    public async Task A_query_without_tables_fails_as_not_migrated()
    {
        // Creates the file, so that only the table is missing.
        await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Database.ExecuteSqlRawAsync("SELECT 1"));
        var exception = await Assert.ThrowsAnyAsync<Exception>(() => InScopeAsync(services =>
            services.GetRequiredService<HangarBayDbContext>().Set<Domain.Contracts.Contract>().CountAsync()));

        Assert.Equal(DatabaseFaultKind.NotMigrated, Services.GetRequiredService<IDatabaseFaults>().Explain(exception)?.Kind);
        Assert.False((await Services.GetRequiredService<IDatabaseReadiness>().CheckAsync(CancellationToken.None)).IsReady);
    }
}
