using HangarBay.Application.Market.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence.Schema;

public sealed class BrowsingMigrationOnSqlite() : BrowsingMigrationBehaviour(DatabaseProvider.Sqlite);

public sealed class BrowsingMigrationOnPostgres() : BrowsingMigrationBehaviour(DatabaseProvider.Postgres);

/// <summary>A migration of rows from before lines stored their category.</summary>
public abstract class BrowsingMigrationBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    [SkippableFact]
    public async Task The_new_columns_are_filled_from_stored_rows()
    {
        await GivenAsync(
            ItemType.Known(new TypeId(24688), LocalisedName.English("Rokh"), new GroupId(27), CategoryId.Ship, null, true, 1, Issued),
            ItemType.Unknown(new TypeId(34), Issued));
        await InScopeAsync(async services =>
        {
            var contract = Exchange(1);
            contract.TakeLines(
                [Line(contract, 1), Line(contract, 2, type: 34), new ContractLine(contract.Id, 3, new TypeId(24688), 1, isIncluded: false)], _ => default);
            var bulk = services.GetRequiredService<IBulkWriter>();
            await bulk.UpsertAsync([contract], default);
            await bulk.UpsertAsync(contract.Lines.ToList(), default);
        });

        await MigrateAsync("NewEden");
        await MigrateAsync(null);

        await InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<HangarBayDbContext>();
            var lines = await context.Set<ContractLine>().OrderBy(line => line.RecordId).ToListAsync();
            Assert.Equal([CategoryId.Ship, null, null], lines.Select(line => line.CategoryId));
            Assert.Equal([new GroupId(27), null, null], lines.Select(line => line.GroupId));
        });
    }

    private Task MigrateAsync(string? target) => InScopeAsync(services =>
        services.GetRequiredService<HangarBayDbContext>().Database.GetService<IMigrator>().MigrateAsync(target));
}
