using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.PruningClosed;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync;

/// <summary>
/// One round of the sync. It claims the source and seeds a new database where that is wanted. Then jobs discover (sweeps, names,
/// bids), read lines and learn types side by side until none has anything left; then it prunes. Every step is a request in a scope of its own.
/// </summary>
public sealed class SyncRun(IServiceScopeFactory scopes, BusyPeriods periods, JobBoard jobs, IOptions<SyncOptions> options, TimeProvider time)
{
    /// <summary>The pause between two queries for types. A query that finds types is dear: deriving their contracts anew searches all lines.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Runs one round. Asked to stop, it stores what was read and reports how far it came. The summary names the jobs that failed. With
    /// <see cref="ListRegions.DueOnly"/> only jobs run whose pace or back-off has passed.
    /// </summary>
    /// <exception cref="Domain.Market.SourceRefusedException">The source is refused (M11).</exception>
    /// <exception cref="SettingException">There is no contact for real ESI.</exception>
    /// <exception cref="Ports.EsiUnavailableException">ESI does not answer at all.</exception>
    public async Task<SyncSummary> RunAsync(
        ListRegions what, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var round = new Round(what, progress, new SyncSummary());
        try
        {
            await SendAsync(new ClaimSource(), cancellationToken);
            await SendAsync(new SeedMarket { Progress = progress }, cancellationToken);
            await DiscoverAndReadAsync(round, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            await RunJobAsync(JobName.Prune, round, token => SendAsync(new PruneClosed(), token), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            round.Summary.Stopped = true;
        }
        finally
        {
            await periods.SettleAsync();
        }

        return round.Summary;
    }

    private async Task DiscoverAndReadAsync(Round round, CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var discovering = DiscoverAsync(round, both.Token);
        var reading = RunJobAsync(JobName.Lines, round, token => ReadLinesAsync(discovering, round, token), both.Token);
        var learning = RunJobAsync(JobName.Types, round, token => LearnTypesAsync(reading, round, token), both.Token);
        try
        {
            await discovering;

            // Reading lines may take longer than lists live. Lists that fall due meanwhile do not wait for it.
            while (round.What.DueOnly && !reading.IsCompleted)
            {
                await Task.WhenAny(reading, Task.Delay(options.Value.Poll, time, both.Token));
                both.Token.ThrowIfCancellationRequested();
                if (!reading.IsCompleted) await DiscoverAsync(round, both.Token);
            }

            await reading;
            await learning;
        }
        catch
        {
            await both.CancelAsync();
            await Task.WhenAny(Task.WhenAll(reading, learning));
            throw;
        }
    }

    private async Task DiscoverAsync(Round round, CancellationToken cancellationToken)
    {
        await RunJobAsync(JobName.Sweeps, round, token => SweepAsync(round, token), cancellationToken);
        await RunJobAsync(JobName.Names, round, token => NameAsync(round.Progress, token), cancellationToken);
        await RunJobAsync(JobName.Bids, round, ReadBidsAsync, cancellationToken);
    }

    private async Task RunJobAsync(JobName job, Round round, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (round.What.DueOnly && !jobs.IsDue(job)) return;
        if (await jobs.RunAsync(job, work, cancellationToken) is { } reason) round.Summary.Add(job, reason);
    }

    private async Task SweepAsync(Round round, CancellationToken cancellationToken)
    {
        var regions = await SendAsync(round.What, cancellationToken);
        var swept = 0;
        round.Progress?.Report(new SyncProgress(SyncPhase.Sweeping, 0, regions.Count));
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.RegionsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(regions, parallel, async (region, token) =>
        {
            round.Summary.Add(region, await SendAsync(new SweepRegion(region), token));
            round.Progress?.Report(new SyncProgress(SyncPhase.Sweeping, Interlocked.Increment(ref swept), regions.Count));
        });
    }

    private async Task ReadLinesAsync(Task until, Round round, CancellationToken cancellationToken)
    {
        var tally = new BacklogTally(CountBacklogAsync, round.Progress, time);
        var done = 0;
        var result = await SendAsync(
            new ReadLines
            {
                Until = until,
                BeganAsync = token => tally.ReportAsync(0, token),
                StoredAsync = (batch, token) => tally.ReportAsync(done += batch.Read + batch.Missed, token),
            },
            cancellationToken);
        round.Summary.Add(result);
        await tally.EndAsync(done, cancellationToken);
    }

    /// <summary>Learns the types of stored lines, until no further lines come.</summary>
    private async Task LearnTypesAsync(Task until, Round round, CancellationToken cancellationToken)
    {
        var asked = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isLastLook = until.IsCompleted;
            var batch = await SendAsync(new LearnTypes(), cancellationToken);
            if (batch.Asked > 0)
            {
                asked += batch.Asked;
                round.Summary.Add(batch);
                round.Progress?.Report(new SyncProgress(SyncPhase.Naming, asked, asked));
            }
            else if (isLastLook)
            {
                return;
            }

            if (!isLastLook && !batch.MayBeMore) await Task.WhenAny(until, Task.Delay(BetweenLooks, time, cancellationToken));
        }
    }

    private async Task NameAsync(IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var settled = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await SendAsync(new ResolveNames(), cancellationToken);
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
            // Those missed are not due again for minutes, so the loop ends.
            var batch = await SendAsync(new ReadBids(), cancellationToken);
            if (batch.NothingDue || batch.GaveUp) return;
        }
    }

    private async Task<int> CountBacklogAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var contracts = scope.ServiceProvider.GetRequiredService<IReadRepository<Contract>>();
        return await contracts.CountAsync(new LinesDue(time.GetUtcNow(), int.MaxValue), cancellationToken);
    }

    private async Task<T> SendAsync<T>(IRequest<T> request, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    private sealed record Round(ListRegions What, IProgress<SyncProgress>? Progress, SyncSummary Summary);
}
