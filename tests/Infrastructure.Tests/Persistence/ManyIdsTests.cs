using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence;

public sealed class ManyIdsOnSqlite() : ManyIdsBehaviour(DatabaseProvider.Sqlite);

public sealed class ManyIdsOnPostgres() : ManyIdsBehaviour(DatabaseProvider.Postgres);

public abstract class ManyIdsBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    [SkippableFact]
    public Task More_ids_than_a_statement_has_parameters_are_asked_for_at_once() => InScopeAsync(async services =>
    {
        await services.GetRequiredService<IBulkWriter>().UpsertAsync([Exchange(1), Exchange(40_000), Exchange(70_001)], default);
        var ids = Enumerable.Range(1, 70_000).Select(id => new ContractId(id)).ToList();

        var found = await services.GetRequiredService<IReadRepository<Contract>>().ListAsync(new ContractsOfIds(ids), default);

        Assert.Equal([1, 40_000], found.Select(contract => contract.Id.Value).Order());
    });
}
