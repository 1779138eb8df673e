using HangarBay.Application.Market.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
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

/// <summary>A migration of rows from before lines stored their category and places stored the searched form of their name.</summary>
public abstract class BrowsingMigrationBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly SystemId Jita = new(30_000_142);

    [SkippableFact]
    public async Task The_new_columns_are_filled_from_stored_rows()
    {
        await GivenAsync(
            ItemType.Known(new TypeId(24688), LocalisedName.English("Rokh"), new GroupId(27), CategoryId.Ship, null, true, 1, Issued),
            ItemType.Unknown(new TypeId(34), Issued));
        await GivenAsync(new SolarSystem(Jita, LocalisedName.Of([new(Language.En, "Jita"), new(Language.De, "Jita (DE)")]), SecurityStatus.Of(0.9)));
        await GivenAsync(Location.Known(new LocationId(60003760), "Jita IV - Moon 4", Jita, Issued), Location.Unknown(new LocationId(1), Issued));
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
            Assert.Equal(["", "jita iv - moon 4"], (await context.Set<Location>().OrderBy(place => place.Id).ToListAsync()).Select(place => place.NameSearch));
            Assert.Equal(["jita", "jita (de)"], (await context.Set<SolarSystem>().SingleAsync()).NameSearch.Split('\n').Order(StringComparer.Ordinal));
        });
    }

    private Task MigrateAsync(string? target) => InScopeAsync(services =>
        services.GetRequiredService<HangarBayDbContext>().Database.GetService<IMigrator>().MigrateAsync(target));
}
