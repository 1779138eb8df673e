using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.ExportContracts;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Browsing;

public sealed class ExportBatchOnSqlite() : ExportBatchBehaviour(DatabaseProvider.Sqlite);

public sealed class ExportBatchOnPostgres() : ExportBatchBehaviour(DatabaseProvider.Postgres);

public abstract class ExportBatchBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    [SkippableFact]
    public async Task Batches_go_on_by_id_and_hold_live_matches_only()
    {
        await GivenAsync(Exchange(5), Exchange(3, price: 1), Courier(4), Closed(2), Exchange(1, price: 1), Exchange(6, price: 1));

        Assert.Equal([1, 3], await ReadAsync(new(), after: null));
        Assert.Equal([4, 5], await ReadAsync(new(), after: 3));
        Assert.Equal([6], await ReadAsync(new(), after: 5));
        Assert.Empty(await ReadAsync(new(), after: 6));
        Assert.Equal([1, 3], await ReadAsync(new() { MaxPrice = 1 }, after: null));
        Assert.Equal([6], await ReadAsync(new() { MaxPrice = 1 }, after: 3));
        Assert.Equal([4], await ReadAsync(new() { ContractType = ContractType.Courier }, after: 1));
    }

    private Task<IEnumerable<long>> ReadAsync(BrowseContracts filters, long? after) => InScopeAsync(async services =>
    {
        var batch = await services.GetRequiredService<IReadRepository<Contract>>().ListAsync(
            new ExportBatch(filters, Issued, namedTypes: null, after is { } id ? new ContractId(id) : null, size: 2), CancellationToken.None);
        return batch.Select(contract => contract.Id.Value);
    });
}
