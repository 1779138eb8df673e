using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync;
using HangarBay.Domain.Reference;

namespace HangarBay.Application.Reference;

/// <summary>The record of imports. An import is recorded last, so that one that was cut off is simply run again.</summary>
internal sealed class ImportLedger(
    IRepository<ReferenceImport> imports,
    Quarantine quarantine,
    IMarketWriter market,
    TimeProvider time)
{
    /// <summary>Null where there was none that came to its end.</summary>
    public async Task<ReferenceImport?> LastAsync(ImportKind kind, CancellationToken cancellationToken) =>
        await imports.FindAsync(kind, cancellationToken) is { ImportedAt: not null } done ? done : null;

    /// <summary>Says that one is under way; true where one was already, which was cut off then.</summary>
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
