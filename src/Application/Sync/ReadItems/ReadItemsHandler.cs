using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync.Catalogue;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadItems;

internal sealed class ReadItemsHandler(
    IEsi esi,
    IReadRepository<Contract> contracts,
    IRepository<MarketState> market,
    CatalogueFiller catalogue,
    IBulkWriter bulk,
    Quarantine quarantine,
    IUnitOfWork unitOfWork,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ReadItemsHandler> logger) : IRequestHandler<ReadItems, ItemsResult>
{
    public async Task<ItemsResult> Handle(ReadItems request, CancellationToken cancellationToken)
    {
        var due = await contracts.ListAsync(new ItemsDue(time.GetUtcNow(), options.Value.ItemsBatch), cancellationToken);
        if (due.Count == 0) return new ItemsResult(0, 0, 0);

        var answers = await ReadAsync(due, cancellationToken);
        using var grace = new Grace(time, cancellationToken);
        var lines = answers.Values.OfType<ItemsAnswer.Complete>().SelectMany(answer => answer.Items);
        var filled = await catalogue.EnsureAsync(
            [.. lines.Select(line => line.TypeId).Distinct()], Parallel(grace.Token), grace.Token);

        var surprises = filled.NewlyUnknown.Select(id => new Surprise($"type {id}", "ESI does not know the type.")).ToList();
        var read = new List<Contract>();
        var missed = new List<Contract>();
        foreach (var contract in due.Where(contract => answers.ContainsKey(contract.Id)))
            (Take(contract, answers[contract.Id], filled, surprises) ? read : missed).Add(contract);

        await StoreAsync(read, missed, surprises, grace.Token);
        Log.ItemsRead(logger, read.Count, missed.Count);
        return new ItemsResult(read.Count, missed.Count, surprises.Count);
    }

    /// <summary>Asked to stop, it keeps the answers it has.</summary>
    private async Task<IReadOnlyDictionary<ContractId, ItemsAnswer?>> ReadAsync(
        IReadOnlyList<Contract> due, CancellationToken cancellationToken)
    {
        var answers = new ConcurrentDictionary<ContractId, ItemsAnswer?>();
        try
        {
            await System.Threading.Tasks.Parallel.ForEachAsync(due, Parallel(cancellationToken), async (contract, token) =>
                answers[contract.Id] = await AskAsync(contract.Id, token));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !answers.IsEmpty)
        {
            // The batch ends here; what was answered is stored.
        }

        return answers;
    }

    /// <summary>Null where ESI gave no answer: that must not keep the others from being read.</summary>
    private async Task<ItemsAnswer?> AskAsync(ContractId contract, CancellationToken cancellationToken)
    {
        try
        {
            return await esi.GetItemsAsync(contract, cancellationToken);
        }
        catch (EsiUnavailableException exception)
        {
            Log.EsiUnavailable(logger, exception.Message);
            return null;
        }
    }

    /// <summary>False where the contract has to be asked again.</summary>
    private bool Take(Contract contract, ItemsAnswer? answer, CatalogueFill filled, List<Surprise> surprises)
    {
        var reason = answer switch
        {
            ItemsAnswer.Complete complete => TryTake(contract, complete, filled),
            ItemsAnswer.Malformed malformed => malformed.Reason,
            _ => null,
        };
        if (reason is null && answer is ItemsAnswer.Complete) return true;

        if (reason is not null)
        {
            surprises.Add(new Surprise($"items of contract {contract.Id}", reason));
            Log.ItemsSetAside(logger, contract.Id, reason);
        }

        contract.MissItems(Retry.After(time.GetUtcNow(), contract.ItemsAttempts), answer is ItemsAnswer.Gone { Accepted: true });
        return false;
    }

    /// <summary>Null where the contract took its lines, else why it did not.</summary>
    private static string? TryTake(Contract contract, ItemsAnswer.Complete answer, CatalogueFill filled)
    {
        try
        {
            contract.TakeItems(answer.Items, filled.EntryOf);
            return null;
        }
        catch (Domain.DomainException exception)
        {
            return exception.Message;
        }
    }

    private Task<bool> StoreAsync(
        IReadOnlyCollection<Contract> read, IReadOnlyCollection<Contract> missed, List<Surprise> surprises, CancellationToken cancellationToken) =>
        unitOfWork.InTransactionAsync(
            async token =>
            {
                await bulk.UpsertAsync(read.Concat(missed).ToList(), token);
                await bulk.UpsertAsync(read.SelectMany(contract => contract.Items).ToList(), token);
                await quarantine.AddAsync(surprises, region: null, token);
                (await market.FindAsync(MarketState.OnlyId, token))?.Changed(time.GetUtcNow());
                await unitOfWork.SaveChangesAsync(token);
                return true;
            },
            cancellationToken);

    private ParallelOptions Parallel(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
}
