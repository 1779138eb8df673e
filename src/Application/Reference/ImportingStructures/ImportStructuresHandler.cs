using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Reference.ImportingStructures;

internal sealed class ImportStructuresHandler(
    IStructureSource source,
    ImportLedger ledger,
    IReadRepository<Location> locations,
    IMarketWriter market,
    TimeProvider time,
    ILogger<ImportStructuresHandler> logger) : IRequestHandler<ImportStructures, ImportResult>
{
    public async Task<ImportResult> Handle(ImportStructures request, CancellationToken cancellationToken)
    {
        var last = request.Force ? null : await ledger.LastAsync(ImportKind.Structures, cancellationToken);
        await using var file = await source.OpenAsync(request.Source, last?.Source, cancellationToken);
        if (file is null)
        {
            return last is not null
                ? new ImportResult.AlreadyImported(null, last.ImportedAt!.Value)
                : throw new UnusableSourceException("The address answered that nothing changed, although the request had no condition.");
        }

        var batches = new RowBatches();
        var written = 0;
        await foreach (var batch in batches.OfAsync(file.RowsAsync(cancellationToken), cancellationToken))
        {
            request.Progress?.Report(new ImportProgress("structures", file.Position, file.Length));
            written += await WriteAsync(batch, cancellationToken);
        }

        if (batches.Rows == 0) throw new UnusableSourceException($"{file.Source.Origin} names no structure.");
        request.Progress?.Report(new ImportProgress("structures", file.Length, file.Length));
        await ledger.CompleteAsync(ImportKind.Structures, file.Source, batches, cancellationToken);
        Log.Imported(logger, ImportKind.Structures, file.Source.Origin, batches.Rows, written, batches.SetAside);
        return new ImportResult.Imported(null, batches.Rows, written, batches.SetAside, Rederived: 0);
    }

    private Task<int> WriteAsync(IReadOnlyList<Structure> batch, CancellationToken cancellationToken) => market.ChangeAsync(
        async (change, token) =>
        {
            var stored = (await locations.ListAsync(new LocationsOfIds([.. batch.Select(structure => structure.Id)]), token))
                .ToDictionary(location => location.Id);
            var fresh = batch.Select(structure => Location.Known(structure.Id, structure.Name, structure.SystemId, time.GetUtcNow()))
                .Where(location => !(stored.TryGetValue(location.Id, out var known) && location.SaysTheSameAs(known)))
                .ToList();
            return await change.NameAsync(fresh, token);
        },
        cancellationToken);
}
