using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadItems;

/// <summary>Gives contracts the lines that were read, a batch in one transaction (M5, M7).</summary>
internal sealed class ItemsStore(
    IReadRepository<Contract> contracts,
    IRepository<MarketState> market,
    CatalogueFiller catalogue,
    IBulkWriter bulk,
    IOpenTallies tallies,
    IOpenLines lines,
    Quarantine quarantine,
    IUnitOfWork unitOfWork,
    MarketGate gate,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ItemsStore> logger)
{
    private const int Tries = 3;

    /// <summary>Types that are not known yet are asked for first, outside the transaction.</summary>
    public async Task<ItemsResult> StoreAsync(ItemsBatch batch, CancellationToken cancellationToken)
    {
        var taken = batch.Answers.Values.OfType<ItemsAnswer.Complete>().SelectMany(answer => answer.Items);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
        var unknown = await catalogue.EnsureAsync([.. taken.Select(line => line.TypeId).Distinct()], batch.Types, parallel, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await gate.RunAsync(token => WriteAsync(batch, unknown, token), cancellationToken);
            }
            catch (Exception exception) when (exception is ConcurrentChangeException or AlreadyExistsException && attempt < Tries)
            {
                // Another process committed meanwhile, maybe to these very contracts: what is read is applied to what is there now.
            }
        }
    }

    private async Task<ItemsResult> WriteAsync(ItemsBatch batch, IReadOnlyList<TypeId> unknown, CancellationToken cancellationToken)
    {
        // First, so that whoever commits between this and our own commit is noticed: a contract closed meanwhile stays closed (M7).
        var state = await market.FindAsync(MarketState.OnlyId, cancellationToken);
        var surprises = unknown.Select(id => new Surprise($"type {id}", "ESI does not know the type.")).ToList();
        var read = new List<Contract>();
        var missed = new List<Contract>();
        var moved = new Dictionary<TallyKey, int>();
        foreach (var contract in await contracts.ListAsync(new StillPending([.. batch.Answers.Keys]), cancellationToken))
        {
            Count(contract, -1);
            (Take(contract, batch.Answers[contract.Id], batch.Types, surprises) ? read : missed).Add(contract);
            Count(contract, 1);
        }

        void Count(Contract contract, int number) => moved[TallyKey.Of(contract)] = moved.GetValueOrDefault(TallyKey.Of(contract)) + number;

        await bulk.UpdateAsync([.. read, .. missed], Contract.OfItems, cancellationToken);
        await bulk.InsertAsync([.. read.SelectMany(contract => contract.Items)], cancellationToken);
        await lines.AddAsync(read, cancellationToken);
        await tallies.ChangeAsync(moved, cancellationToken);
        await quarantine.AddAsync(surprises, region: null, cancellationToken);
        if (read.Count > 0) state?.Changed(time.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new ItemsResult(read.Count, missed.Count, surprises.Count)
        {
            SetAside = missed.Count(contract => contract.ItemsState == ItemsState.SetAside),
        };
    }

    /// <summary>False where the contract has to be asked again. No answer is null.</summary>
    private bool Take(Contract contract, ItemsAnswer? answer, KnownTypes types, List<Surprise> surprises)
    {
        var reason = answer switch
        {
            ItemsAnswer.Complete complete when types.Cover(complete.Items) => TryTake(contract, complete, types),
            ItemsAnswer.Malformed malformed => malformed.Reason,
            _ => null,
        };
        if (contract.ItemsState == ItemsState.Read) return true;

        if (reason is not null)
        {
            surprises.Add(new Surprise($"items of contract {contract.Id}", reason));
            Log.ItemsUnusable(logger, contract.Id, reason);
        }

        contract.MissItems(Retry.After(time.GetUtcNow(), contract.ItemsAttempts), answer is ItemsAnswer.Gone { Accepted: true });
        if (contract.ItemsState == ItemsState.SetAside) Log.ItemsSetAside(logger, contract.Id, contract.ItemsAttempts);
        return false;
    }

    /// <summary>Null where the contract took its lines, else why it did not.</summary>
    private static string? TryTake(Contract contract, ItemsAnswer.Complete answer, KnownTypes types)
    {
        try
        {
            contract.TakeItems(answer.Items, types.EntryOf);
            return null;
        }
        catch (DomainException exception)
        {
            return exception.Message;
        }
    }
}
