using System.Data.Common;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Postgres;
using HangarBay.Infrastructure.Persistence.Sqlite;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>
/// The parts of one answer never use one session at the same time. SQLite would hide such an error, because it blocks while it works.
/// PostgreSQL refuses it only when two queries really overlap, so here every query takes some time.
/// </summary>
public sealed class SharedSessionTests
{
    private static readonly string[] Paths =
    [
        "/contracts", "/contracts?segment=ships", "/contracts?contract_type=courier", "/contracts?search=rokh&lang=de",
        "/contracts?region_ids=10000002&system_ids=30000142&station_ids=60003760&type_ids=24688&category_id=6&group_id=27", "/contracts?page=2",
        "/contracts?min_price=nonsense", "/contracts/{id}", "/contracts/{id}?lang=fr", "/contracts/1", "/coverage", "/about", "/nowhere", "/sitemap.xml",
        "/api/v1/contracts/", "/api/v1/contracts/?search=rokh&type_ids=24688&sort_by=price", "/api/v1/contracts/{id}", "/api/v1/contracts/taxonomy",
        "/api/v1/contracts/export?format=csv", "/api/v1/regions", "/api/v1/locations?q=jit", "/api/v1/status", "/health", "/ready",
    ];

    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task No_answer_runs_two_queries_at_once_on_one_session(DatabaseProvider provider)
    {
        var slow = new SlowQueries();
        await using var api = await ApiFactory.StartAsync(provider, services: services => services
            .ConfigureDbContext<SqliteHangarBayDbContext>(options => options.AddInterceptors(slow))
            .ConfigureDbContext<PostgresHangarBayDbContext>(options => options.AddInterceptors(slow)));
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-5));
        var id = await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh).Priced(5));
        await api.GivenContracts(ContractBuilder.ACourier(), ContractBuilder.AnAuction().Offering(Universe.Rokh).WithBidsOf(5, 7));

        foreach (var path in Paths)
        {
            var answer = await api.GetAsync(path.Replace("{id}", $"{id}", StringComparison.Ordinal));
            Assert.True((int)answer.Status < 500, $"{path}: {answer.Body}");
        }

        Assert.True(slow.Seen > Paths.Length, "Too few queries were slowed down.");
    }

    private sealed class SlowQueries : DbCommandInterceptor
    {
        private int _seen;

        public int Seen => _seen;

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _seen);
            await Task.Delay(15, cancellationToken);
            return result;
        }
    }
}
