using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ReadingBids;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Status;

/// <summary>Each number takes one grouped query, however many regions there are.</summary>
internal sealed class GetStatusHandler(
    IReadRepository<MarketState> markets,
    IReadRepository<RegionCoverage> coverages,
    IReadRepository<Region> regions,
    IReadRepository<Contract> contracts,
    IReadRepository<QuarantineEntry> quarantine,
    IReadRepository<SweeperState> sweepers,
    IReadRepository<SyncJob> jobs,
    LiveMarkets memory,
    TimeProvider time) : IRequestHandler<GetStatus, MarketStatus>
{
    public async Task<MarketStatus> Handle(GetStatus request, CancellationToken cancellationToken)
    {
        var market = (await markets.ListAsync(new TheMarket(), cancellationToken)).SingleOrDefault();
        var instant = MarketInstant.Of(time.GetUtcNow(), market?.ChangedAt);
        var tried = await coverages.ListAsync(new RegionsTried(), cancellationToken);
        var state = (await sweepers.ListAsync(new TheSweeper(), cancellationToken)).SingleOrDefault();
        var sweeper = state?.IsActive(time.GetUtcNow()) == true ? state : null;
        return new MarketStatus(
            market?.SourceKind,
            tried.Max(region => region.AsOf),
            memory.Status,
            new SweeperStatus(sweeper is not null, sweeper?.Since, sweeper?.SeenAt, sweeper?.Phase, state?.Refusal),
            sweeper is null ? null : StandingOf(sweeper),
            await CountBacklogAsync(instant, sweeper?.LineReadsPerMinute, cancellationToken),
            await contracts.CountAsync(new BidsDue(time.GetUtcNow(), int.MaxValue), cancellationToken),
            [.. (await jobs.ListAsync(new EveryJob(), cancellationToken)).OrderBy(job => job.Name).Select(StatusOf)],
            await ReadRegionsAsync(tried, instant, request.Lang, cancellationToken));
    }

    private static JobStatus StatusOf(SyncJob job) => new(job.Name, job.EndedAt, job.Took, job.NextDueAt, job.FailuresInRow, job.LastError);

    /// <summary>A reported pause that has passed meanwhile is left out.</summary>
    private EsiStatus StandingOf(SweeperState sweeper)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? Ahead(DateTimeOffset? until) => until > now ? until : null;
        var paused = Ahead(sweeper.PausedUntil);
        return new EsiStatus(
            paused is not null,
            paused,
            Ahead(sweeper.ReadingPausedUntil),
            sweeper.PausedGroups?.Split(',', StringSplitOptions.TrimEntries) ?? [],
            sweeper.ErrorsRemaining,
            sweeper.InFlight);
    }

    private async Task<BacklogStatus> CountBacklogAsync(DateTimeOffset instant, double? perMinute, CancellationToken cancellationToken)
    {
        var due = await contracts.CountAsync(new LinesDue(time.GetUtcNow(), int.MaxValue), cancellationToken);
        var pending = await contracts.CountAsync(new LiveInLinesState(instant, LinesState.Pending), cancellationToken);
        var setAside = await contracts.CountAsync(new LiveInLinesState(instant, LinesState.SetAside), cancellationToken);
        int? secondsLeft = perMinute > 0 ? (int)Math.Min(int.MaxValue, Math.Ceiling(due / perMinute.Value * 60)) : null;
        return new BacklogStatus(due, Math.Max(0, pending - due), setAside, perMinute, secondsLeft);
    }

    private async Task<IReadOnlyList<RegionStatus>> ReadRegionsAsync(
        IReadOnlyList<RegionCoverage> tried, DateTimeOffset instant, Language language, CancellationToken cancellationToken)
    {
        if (tried.Count == 0) return [];

        var names = (await regions.ListAsync(new RegionsOfIds([.. tried.Select(coverage => coverage.Id)]), cancellationToken))
            .ToDictionary(region => region.Id, region => region.Name.In(language));
        var live = await CountByRegionAsync(new LiveContracts(instant), cancellationToken);
        var pending = await CountByRegionAsync(new LiveInLinesState(instant, LinesState.Pending), cancellationToken);
        var midnight = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var closed = await CountByRegionAsync(new ClosedSince(midnight), cancellationToken);
        var setAside = await quarantine.CountByAsync(new QuarantinedInRegions(), entry => entry.RegionId!.Value, cancellationToken);
        return
        [
            .. tried.Select(coverage => new RegionStatus(
                coverage.Id.Value,
                names.GetValueOrDefault(coverage.Id),
                coverage.AsOf,
                coverage.NextDueAt,
                live.GetValueOrDefault(coverage.Id),
                pending.GetValueOrDefault(coverage.Id),
                closed.GetValueOrDefault(coverage.Id),
                setAside.GetValueOrDefault(coverage.Id),
                coverage.FailuresInRow,
                coverage.LastOutcome,
                coverage.LastAttemptAt,
                coverage.LastReason)),
        ];
    }

    private Task<IReadOnlyDictionary<RegionId, int>> CountByRegionAsync(Specification<Contract> which, CancellationToken cancellationToken) =>
        contracts.CountByAsync(which, contract => contract.RegionId, cancellationToken);
}
