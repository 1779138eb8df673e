using HangarBay.Application.Market;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>Gives contracts the lines that were read, a batch in one transaction (M5, M7).</summary>
internal sealed class ItemsStore(
    IMarketWriter market,
    CatalogueFiller catalogue,
    Quarantine quarantine,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ItemsStore> logger)
{
    /// <summary>Types that are not known yet are asked for first, outside the transaction.</summary>
    public async Task<ItemsResult> StoreAsync(ItemsBatch batch, CancellationToken cancellationToken)
    {
        var taken = batch.Answers.Values.OfType<ItemsAnswer.Complete>().SelectMany(answer => answer.Items);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
        var unknown = await catalogue.EnsureAsync([.. taken.Select(line => line.TypeId).Distinct()], batch.Types, parallel, cancellationToken);
        return await market.ChangeAsync((change, token) => GiveAsync(batch, unknown, change, token), cancellationToken);
    }

    private async Task<ItemsResult> GiveAsync(
        ItemsBatch batch, IReadOnlyList<TypeId> unknown, IMarketChange change, CancellationToken cancellationToken)
    {
        var surprises = unknown.Select(id => new Surprise($"type {id}", "ESI does not know the type.")).ToList();
        var (read, missed, setAside) = (0, 0, 0);
        await change.GiveLinesAsync(
            [.. batch.Answers.Keys],
            contract =>
            {
                if (Take(contract, batch.Answers[contract.Id], batch, surprises)) read++;
                else missed++;
                if (contract.ItemsState == ItemsState.SetAside) setAside++;
            },
            cancellationToken);
        await quarantine.AddAsync(surprises, region: null, cancellationToken);
        return new ItemsResult(read, missed, surprises.Count) { SetAside = setAside };
    }

    /// <summary>False where the contract has to be asked again. No answer is null.</summary>
    private bool Take(Contract contract, ItemsAnswer? answer, ItemsBatch batch, List<Surprise> surprises)
    {
        var reason = answer switch
        {
            ItemsAnswer.Complete complete when batch.Types.Cover(complete.Items) => batch.Types.Give(contract, complete.Items),
            ItemsAnswer.Malformed malformed => malformed.Reason,
            _ => null,
        };
        if (contract.ItemsState == ItemsState.Read) return true;
        if (answer is null && batch.IsEsiAway)
        {
            contract.PostponeItems(Retry.After(time.GetUtcNow(), contract.ItemsAttempts));
            return false;
        }

        if (reason is not null)
        {
            surprises.Add(new Surprise($"items of contract {contract.Id}", reason));
            Log.ItemsUnusable(logger, contract.Id, reason);
        }

        contract.MissItems(Retry.After(time.GetUtcNow(), contract.ItemsAttempts), answer is ItemsAnswer.Gone { Accepted: true });
        if (contract.ItemsState == ItemsState.SetAside) Log.ItemsSetAside(logger, contract.Id, contract.ItemsAttempts);
        return false;
    }
}
