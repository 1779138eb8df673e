using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.ReadItems;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application.Sync;

/// <summary>
/// One round of the sync: claim the source, sweep the regions, name what is new, read lines until none is due, prune. Every
/// step is a request in a scope of its own, so that a step that fails takes nothing with it.
/// </summary>
public sealed class SyncRun(IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Asked to stop, it finishes the batch under way and tells how far it came.</summary>
    /// <exception cref="Domain.DomainException">The source is refused (M11), or there is no contact for real ESI.</exception>
    /// <exception cref="Ports.EsiUnavailableException">ESI does not answer at all.</exception>
    public async Task<SyncSummary> RunAsync(
        ListRegions.ListRegions what, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = new SyncSummary();
        try
        {
            await SendAsync(new ClaimSource.ClaimSource(), cancellationToken);
            var regions = await SendAsync(what, cancellationToken);
            await SweepAsync(regions, summary, progress, cancellationToken);
            await NameAsync(progress, cancellationToken);
            await ReadItemsAsync(summary, progress, cancellationToken);
            await SendAsync(new PruneClosed.PruneClosed(), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            summary.Stopped = true;
        }

        return summary;
    }

    private async Task SweepAsync(
        IReadOnlyList<RegionId> regions, SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        for (var index = 0; index < regions.Count; index++)
        {
            progress?.Report(new SyncProgress(SyncPhase.Sweeping, index, regions.Count));
            summary.Add(regions[index], await SendAsync(new SweepRegion.SweepRegion(regions[index]), cancellationToken));
        }

        progress?.Report(new SyncProgress(SyncPhase.Sweeping, regions.Count, regions.Count));
    }

    private async Task ReadItemsAsync(SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var total = await CountBacklogAsync(cancellationToken);
        progress?.Report(new SyncProgress(SyncPhase.ReadingItems, 0, total));
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await SendAsync(new ReadItems.ReadItems(), cancellationToken);
            if (batch.NothingDue) return;

            summary.Add(batch);
            progress?.Report(new SyncProgress(SyncPhase.ReadingItems, summary.ItemsRead + summary.ItemsMissed, total));
            // Those missed are not due again for minutes, so the loop comes to an end.
            if (batch.GaveUp) return;
        }
    }

    private async Task NameAsync(IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var settled = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await SendAsync(new ResolveNames.ResolveNames(), cancellationToken);
            if (batch.Settled == 0) return;

            settled += batch.Settled;
            progress?.Report(new SyncProgress(SyncPhase.Naming, settled, settled));
        }
    }

    private async Task<int> CountBacklogAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var contracts = scope.ServiceProvider.GetRequiredService<IReadRepository<Contract>>();
        return await contracts.CountAsync(new ItemsDue(time.GetUtcNow(), int.MaxValue), cancellationToken);
    }

    private async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }
}
