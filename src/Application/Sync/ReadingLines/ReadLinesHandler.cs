using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadingLines;

internal sealed class ReadLinesHandler(
    IEsi esi, IServiceScopeFactory scopes, SyncMetrics metrics, IOptions<SyncOptions> options, TimeProvider time, ILogger<ReadLinesHandler> logger)
    : IRequestHandler<ReadLines, LinesResult>
{
    /// <summary>How many a run retries: few, because most of them fail again, and every failure costs error budget.</summary>
    private const int SetAsideAtOnce = 10;

    public async Task<LinesResult> Handle(ReadLines request, CancellationToken cancellationToken)
    {
        await TrySetAsideAgainAsync(cancellationToken);
        using var reading = new LinesReading(
            new LinesReading.Stages(DueAsync, esi.GetLinesAsync, StoreAsync), options.Value, time, logger);
        var result = await reading.RunAsync(request, cancellationToken);
        if (result != LinesResult.None) Log.LinesRead(logger, result.Read, result.Missed);
        return result;
    }

    /// <summary>Lines that were set aside a day ago get one more attempt, after all others.</summary>
    private async Task TrySetAsideAgainAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var due = await scope.ServiceProvider.GetRequiredService<IReadRepository<Contract>>()
            .ListAsync(new SetAsideDue(time.GetUtcNow(), SetAsideAtOnce), cancellationToken);
        if (due.Count == 0) return;
        await scope.ServiceProvider.GetRequiredService<IMarketWriter>()
            .ChangeAsync((change, token) => change.RetryLinesAsync(due, attempts: 1, token), cancellationToken);
    }

    /// <summary>
    /// While sweeps go on, only contracts of regions that were swept are due. In other regions some contracts have left the list already,
    /// and each request for one of them costs error budget.
    /// </summary>
    private async Task<IReadOnlyList<ContractId>> DueAsync(int take, bool sweepsGoOn, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var swept = sweepsGoOn
            ? await scope.ServiceProvider.GetRequiredService<IReadRepository<RegionCoverage>>().ListAsync(new RegionsNotDue(now), cancellationToken)
            : null;
        return await scope.ServiceProvider.GetRequiredService<IReadRepository<Contract>>()
            .ListAsync(new LinesDue(now, take, swept), cancellationToken);
    }

    private async Task<LinesResult> StoreAsync(LinesBatch batch, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<LinesStore>().StoreAsync(batch, cancellationToken);

        // A run may take an hour, so its batches are counted one by one.
        metrics.LinesRead(result);
        return result;
    }
}
