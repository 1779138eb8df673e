using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ResolveNames;

internal sealed class ResolveNamesHandler(
    IEsi esi,
    IMissingNames missing,
    IBulkWriter bulk,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ResolveNamesHandler> logger) : IRequestHandler<ResolveNames, NamesResult>
{
    private const int AtOnce = 1_000;

    public async Task<NamesResult> Handle(ResolveNames request, CancellationToken cancellationToken)
    {
        try
        {
            var settled = await RegionsAsync(cancellationToken)
                + await LocationsAsync(cancellationToken)
                + await SystemsAsync(cancellationToken)
                + await CharactersAsync(cancellationToken)
                + await CorporationsAsync(cancellationToken);
            return new NamesResult(settled);
        }
        catch (EsiUnavailableException exception)
        {
            // Names can wait: contracts are shown without them, in words.
            Log.EsiUnavailable(logger, exception.Message);
            return new NamesResult(0);
        }
    }

    private async Task<int> RegionsAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.RegionsAsync(AtOnce, cancellationToken);
        var answers = await ParallelReading.ReadAsync(ids, esi.GetRegionAsync, Parallel(cancellationToken));
        return await bulk.UpsertAsync(answers.Values.OfType<Region>().ToList(), cancellationToken);
    }

    private async Task<int> LocationsAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.LocationsAsync(AtOnce, cancellationToken);
        var stations = ids.Where(id => id.IsStation).ToList();
        var answers = await ParallelReading.ReadAsync(stations, esi.GetStationAsync, Parallel(cancellationToken));
        var now = time.GetUtcNow();
        var settled = ids.Select(id => answers.GetValueOrDefault(id) ?? Location.Unknown(id, now)).ToList();
        return await bulk.UpsertAsync(settled, cancellationToken);
    }

    private async Task<int> SystemsAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.SystemsAsync(AtOnce, cancellationToken);
        var answers = await ParallelReading.ReadAsync(ids, esi.GetSystemAsync, Parallel(cancellationToken));
        return await bulk.UpsertAsync(answers.Values.OfType<SolarSystem>().ToList(), cancellationToken);
    }

    private async Task<int> CharactersAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.CharactersAsync(AtOnce, cancellationToken);
        if (ids.Count == 0) return 0;
        var names = await esi.GetNamesAsync([.. ids.Select(id => id.Value)], cancellationToken);
        var now = time.GetUtcNow();
        var settled = ids.Select(id => new Character(id, names.GetValueOrDefault(id.Value), now)).ToList();
        return await bulk.UpsertAsync(settled, cancellationToken);
    }

    private async Task<int> CorporationsAsync(CancellationToken cancellationToken)
    {
        var ids = await missing.CorporationsAsync(AtOnce, cancellationToken);
        if (ids.Count == 0) return 0;
        var names = await esi.GetNamesAsync([.. ids.Select(id => id.Value)], cancellationToken);
        var now = time.GetUtcNow();
        var settled = ids.Select(id => new Corporation(id, names.GetValueOrDefault(id.Value), now)).ToList();
        return await bulk.UpsertAsync(settled, cancellationToken);
    }

    private ParallelOptions Parallel(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
}
