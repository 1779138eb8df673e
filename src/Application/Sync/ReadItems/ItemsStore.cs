using HangarBay.Application.Market;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>
/// Gives contracts the lines that were read, a batch in one transaction (M5, M7). It does not wait for types: those that are not known
/// yet are learnt later (<see cref="Catalogue.LearnTypes"/>).
/// </summary>
internal sealed class ItemsStore(IMarketWriter market, Quarantine quarantine, TimeProvider time, ILogger<ItemsStore> logger)
{
    /// <summary>Lines that could not be read for half a day are asked for once a day.</summary>
    private static readonly TimeSpan SetAsideFor = TimeSpan.FromDays(1);

    public Task<ItemsResult> StoreAsync(ItemsBatch batch, CancellationToken cancellationToken) =>
        market.ChangeAsync((change, token) => GiveAsync(batch, change, token), cancellationToken);

    private async Task<ItemsResult> GiveAsync(ItemsBatch batch, IMarketChange change, CancellationToken cancellationToken)
    {
        var taken = batch.Answers.Values.OfType<ItemsAnswer.Complete>().SelectMany(answer => answer.Items);
        var catalogue = await change.MeetTypesAsync([.. taken.Select(line => line.TypeId).Distinct()], cancellationToken);
        var surprises = new List<Surprise>();
        var (read, missed, setAside) = (0, 0, 0);
        await change.GiveLinesAsync(
            [.. batch.Answers.Keys],
            contract =>
            {
                if (Take(contract, batch, catalogue, surprises)) read++;
                else missed++;
                if (contract.ItemsState == ItemsState.SetAside) setAside++;
            },
            cancellationToken);
        await quarantine.AddAsync(surprises, region: null, cancellationToken);
        return new ItemsResult(read, missed, surprises.Count) { SetAside = setAside };
    }

    /// <summary>False where the contract has to be asked again. No answer is null.</summary>
    private bool Take(Contract contract, ItemsBatch batch, Func<TypeId, CatalogueEntry> catalogue, List<Surprise> surprises)
    {
        var answer = batch.Answers[contract.Id];
        var reason = answer switch
        {
            ItemsAnswer.Complete complete => contract.TryTake(complete.Items, catalogue),
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

        contract.MissItems(NextAttempt(contract), answer is ItemsAnswer.Gone { Accepted: true });
        if (contract.ItemsState == ItemsState.SetAside) Log.ItemsSetAside(logger, contract.Id, contract.ItemsAttempts);
        return false;
    }

    private DateTimeOffset NextAttempt(Contract contract)
    {
        var now = time.GetUtcNow();
        return contract.ItemsAttempts + 1 < Contract.MaxItemsAttempts ? Retry.After(now, contract.ItemsAttempts) : now + SetAsideFor;
    }
}
