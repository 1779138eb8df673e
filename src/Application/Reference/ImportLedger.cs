using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync;
using HangarBay.Domain.Reference;

namespace HangarBay.Application.Reference;

/// <summary>The record of imports. An import is recorded at its end, so that an interrupted one is run again.</summary>
internal sealed class ImportLedger(
    IRepository<ReferenceImport> imports,
    Quarantine quarantine,
    IMarketWriter market,
    TimeProvider time)
{
    /// <summary>The last completed import; null where there was none.</summary>
    public async Task<ReferenceImport?> LastAsync(ImportKind kind, CancellationToken cancellationToken) =>
        await imports.FindAsync(kind, cancellationToken) is { ImportedAt: not null } done ? done : null;

    /// <summary>Records that an import has begun. True where one had begun before and was interrupted.</summary>
    public Task<bool> BeginAsync(ImportKind kind, string origin, CancellationToken cancellationToken) => market.ChangeAsync(
        async (_, token) =>
        {
            if (await imports.FindAsync(kind, token) is not null) return true;
            imports.Add(ReferenceImport.Begin(kind, origin));
            return false;
        },
        cancellationToken);

    public Task<bool> CompleteAsync(ImportKind kind, ImportSource source, RowBatches batches, CancellationToken cancellationToken) => market.ChangeAsync(
        async (_, token) =>
        {
            var import = await imports.FindAsync(kind, token);
            if (import is null) imports.Add(import = ReferenceImport.Begin(kind, source.Origin));
            import.Complete(source, batches.Rows, batches.SetAside, time.GetUtcNow());
            await quarantine.AddAsync(batches.Surprises, region: null, token);
            return true;
        },
        cancellationToken);
}
