using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync.ReadItems;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync;

/// <summary>
/// One round of the sync: claim the source, seed a new database where that is wanted, then discover (sweep the regions, name what is new, read bids) and read lines at
/// the same time until neither has anything left, then prune. Every step is a request in a scope of its own, so that a step
/// that fails takes nothing with it.
/// </summary>
public sealed class SyncRun(IServiceScopeFactory scopes, BusyPeriods periods, IOptions<SyncOptions> options, TimeProvider time)
{
    /// <summary>Asked to stop, it stores what was read and tells how far it came.</summary>
    /// <exception cref="Domain.Market.SourceRefusedException">The source is refused (M11).</exception>
    /// <exception cref="SettingException">There is no contact for real ESI.</exception>
    /// <exception cref="Ports.EsiUnavailableException">ESI does not answer at all.</exception>
    public async Task<SyncSummary> RunAsync(
        ListRegions.ListRegions what, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var summary = new SyncSummary();
        try
        {
            await SendAsync(new ClaimSource.ClaimSource(), cancellationToken);
            await SendAsync(new SeedMarket.SeedMarket { Progress = progress }, cancellationToken);
            await DiscoverAndReadAsync(what, summary, progress, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await SendAsync(new PruneClosed.PruneClosed(), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            summary.Stopped = true;
        }
        finally
        {
            await periods.SettleAsync();
        }

        return summary;
    }

    private async Task DiscoverAndReadAsync(
        ListRegions.ListRegions what, SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var discovering = DiscoverAsync(what, summary, progress, both.Token);
        var reading = ReadItemsAsync(discovering, summary, progress, both.Token);
        try
        {
            await discovering;

            // Reading may take longer than lists live: those that fall due meanwhile are not kept waiting for it.
            while (what.DueOnly && !reading.IsCompleted)
            {
                await Task.WhenAny(reading, Task.Delay(options.Value.Poll, time, both.Token));
                both.Token.ThrowIfCancellationRequested();
                if (!reading.IsCompleted) await DiscoverAsync(what, summary, progress, both.Token);
            }
        }
        catch
        {
            await both.CancelAsync();
            await Task.WhenAny(reading);
            throw;
        }

        await reading;
    }

    private async Task DiscoverAsync(
        ListRegions.ListRegions what, SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var regions = await SendAsync(what, cancellationToken);
        await SweepAsync(regions, summary, progress, cancellationToken);
        await NameAsync(progress, cancellationToken);
        await ReadBidsAsync(cancellationToken);
    }

    private async Task SweepAsync(
        IReadOnlyList<RegionId> regions, SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var swept = 0;
        progress?.Report(new SyncProgress(SyncPhase.Sweeping, 0, regions.Count));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.RegionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(regions, parallel, async (region, token) =>
        {
            summary.Add(region, await SendAsync(new SweepRegion.SweepRegion(region), token));
            progress?.Report(new SyncProgress(SyncPhase.Sweeping, Interlocked.Increment(ref swept), regions.Count));
        });
    }

    private async Task ReadItemsAsync(
        Task until, SyncSummary summary, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var tally = new BacklogTally(CountBacklogAsync, progress, time);
        await tally.ReportAsync(0, cancellationToken);
        var done = 0;
        var result = await SendAsync(
            new ReadItems.ReadItems { Until = until, StoredAsync = (batch, token) => tally.ReportAsync(done += batch.Read + batch.Missed, token) },
            cancellationToken);
        summary.Add(result);
        await tally.EndAsync(done, cancellationToken);
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

    private async Task ReadBidsAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // Those missed are not due again for minutes, so the loop comes to an end.
            var batch = await SendAsync(new ReadBids.ReadBids(), cancellationToken);
            if (batch.NothingDue || batch.GaveUp) return;
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
