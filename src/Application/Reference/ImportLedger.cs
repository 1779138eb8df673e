using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;

namespace HangarBay.Application.Reference;

/// <summary>The record of imports. An import is recorded last, so that one that was cut off is simply run again.</summary>
internal sealed class ImportLedger(
    IRepository<ReferenceImport> imports,
    IRepository<MarketState> market,
    Quarantine quarantine,
    PatientTransaction transaction,
    IUnitOfWork unitOfWork,
    TimeProvider time)
{
    /// <summary>Null where there was none that came to its end.</summary>
    public async Task<ReferenceImport?> LastAsync(ImportKind kind, CancellationToken cancellationToken) =>
        await imports.FindAsync(kind, cancellationToken) is { ImportedAt: not null } done ? done : null;

    /// <summary>Says that one is under way; true where one was already, which was cut off then.</summary>
    public Task<bool> BeginAsync(ImportKind kind, string origin, CancellationToken cancellationToken) => transaction.RunAsync(
        async token =>
        {
            if (await imports.FindAsync(kind, token) is not null) return true;
            imports.Add(ReferenceImport.Begin(kind, origin));
            await unitOfWork.SaveChangesAsync(token);
            return false;
        },
        cancellationToken);

    /// <param name="changed">Answers may read otherwise now, so that the market counts as changed.</param>
    public Task<bool> CompleteAsync(
        ImportKind kind, ImportSource source, RowBatches batches, bool changed, CancellationToken cancellationToken) => transaction.RunAsync(
        async token =>
        {
            var state = changed ? await market.FindAsync(MarketState.OnlyId, token) : null;
            var import = await imports.FindAsync(kind, token);
            if (import is null) imports.Add(import = ReferenceImport.Begin(kind, source.Origin));
            import.Complete(source, batches.Rows, batches.SetAside, time.GetUtcNow());
            await quarantine.AddAsync(batches.Surprises, region: null, token);
            state?.Changed(time.GetUtcNow());
            await unitOfWork.SaveChangesAsync(token);
            return true;
        },
        cancellationToken);
}
