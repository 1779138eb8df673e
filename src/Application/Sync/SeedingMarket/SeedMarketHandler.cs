using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.SeedingMarket;

internal sealed class SeedMarketHandler(
    ISeedArchives archives,
    SeedWriter writer,
    ImportLedger ledger,
    IRepository<ReferenceImport> imports,
    IReadRepository<MarketState> market,
    IReadRepository<Contract> contracts,
    IReadRepository<RegionCoverage> coverages,
    IDatabaseFaults faults,
    IOptions<MarketOptions> options,
    ILogger<SeedMarketHandler> logger) : IRequestHandler<SeedMarket, SeedResult>
{
    public async Task<SeedResult> Handle(SeedMarket request, CancellationToken cancellationToken)
    {
        if (options.Value.Seed is not { Length: > 0 } seed || !await IsWantedAsync(cancellationToken)) return new SeedResult.NotNeeded();

        var state = (await market.ListAsync(new TheMarket(), cancellationToken)).SingleOrDefault()
            ?? throw new InvalidOperationException("The source must be claimed before the database is seeded.");
        try
        {
            await using var archive = await archives.OpenAsync(seed, state.IsLive, cancellationToken);
            await ledger.BeginAsync(ImportKind.Seed, archive.Source.Origin, cancellationToken);
            var batches = new RowBatches();
            var seeded = await writer.WriteAsync(archive, batches, request.Progress, cancellationToken);
            await ledger.CompleteAsync(ImportKind.Seed, archive.Source, batches, cancellationToken);
            Log.Seeded(logger, archive.Source.Origin, seeded.Contracts, seeded.WithLines, seeded.SetAside);
            return seeded;
        }
        catch (UnusableSourceException exception)
        {
            Log.NotSeeded(logger, exception.Message);
            return new SeedResult.Failed(exception.Message);
        }
        catch (Exception exception) when (!IsForTheRound(exception, cancellationToken))
        {
            // The sweeps read the market without a seed too.
            Log.SeedBroke(logger, exception);
            return new SeedResult.Failed($"It failed unexpectedly ({exception.GetType().Name}).");
        }
    }

    private bool IsForTheRound(Exception exception, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested || exception is SourceRefusedException or SweeperLostException || faults.Explain(exception) is not null;

    /// <summary>
    /// True for a new database, and for one whose seeding was interrupted. False once a region was swept, because its data are newer.
    /// </summary>
    private async Task<bool> IsWantedAsync(CancellationToken cancellationToken)
    {
        var before = await imports.FindAsync(ImportKind.Seed, cancellationToken);
        if (before is { ImportedAt: not null }) return false;
        if (await coverages.FirstOrDefaultAsync(new AnySweptRegion(), cancellationToken) is not null) return false;
        return before is not null || await contracts.FirstOrDefaultAsync(new AnyContract(), cancellationToken) is null;
    }
}
