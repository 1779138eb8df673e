using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadItems;

internal sealed class ReadItemsHandler(
    IEsi esi, IServiceScopeFactory scopes, SyncMetrics metrics, IOptions<SyncOptions> options, TimeProvider time, ILogger<ReadItemsHandler> logger)
    : IRequestHandler<ReadItems, ItemsResult>
{
    public async Task<ItemsResult> Handle(ReadItems request, CancellationToken cancellationToken)
    {
        using var reading = new ItemsReading(
            new ItemsReading.Stages(DueAsync, esi.GetItemsAsync, StoreAsync), options.Value, time, logger);
        var result = await reading.RunAsync(request, cancellationToken);
        if (result != ItemsResult.None) Log.ItemsRead(logger, result.Read, result.Missed);
        return result;
    }

    private async Task<IReadOnlyList<ContractId>> DueAsync(int take, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var contracts = scope.ServiceProvider.GetRequiredService<IReadRepository<Contract>>();
        return await contracts.ListAsync(new ItemsDue(time.GetUtcNow(), take), cancellationToken);
    }

    private async Task<ItemsResult> StoreAsync(ItemsBatch batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<ItemsStore>().StoreAsync(batch, cancellationToken);

        // A reading may take an hour: its batches are what is worth counting.
        metrics.ItemsRead(result);
        return result;
    }
}
