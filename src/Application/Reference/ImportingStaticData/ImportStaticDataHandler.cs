using HangarBay.Domain.Reference;
using MediatR;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Reference.ImportingStaticData;

internal sealed class ImportStaticDataHandler(
    IStaticDataSource source, ImportLedger ledger, StaticDataWriter writer, ILogger<ImportStaticDataHandler> logger)
    : IRequestHandler<ImportStaticData, ImportResult>
{
    public async Task<ImportResult> Handle(ImportStaticData request, CancellationToken cancellationToken)
    {
        var last = request.Force ? null : await ledger.LastAsync(ImportKind.StaticData, cancellationToken);
        await using var data = await source.OpenAsync(request.Source, last?.Source, cancellationToken);
        if (last is not null && (data is null || data.Build == last.Build))
            return new ImportResult.AlreadyImported(last.Build, last.ImportedAt!.Value);
        if (data is null) throw new UnusableSourceException("The address answered that nothing changed, although the request had no condition.");

        last?.RefuseOlder(data.Build);
        var batches = new RowBatches();
        var (written, rederived) = await writer.WriteAsync(data, batches, request.Progress, cancellationToken);
        await ledger.CompleteAsync(ImportKind.StaticData, data.Source, batches, cancellationToken);
        Log.Imported(logger, ImportKind.StaticData, data.Source.Origin, batches.Rows, written, batches.SetAside);
        if (rederived > 0) Log.Rederived(logger, rederived);
        return new ImportResult.Imported(data.Build, batches.Rows, written, batches.SetAside, rederived);
    }
}
