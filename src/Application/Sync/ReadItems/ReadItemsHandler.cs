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
    private const int Tries = 3;

    public async Task<ItemsResult> Handle(ReadItems request, CancellationToken cancellationToken)
    {
        var due = await contracts.ListAsync(new ItemsDue(time.GetUtcNow(), options.Value.ItemsBatch), cancellationToken);
        if (due.Count == 0) return new ItemsResult(0, 0, 0);

        var reading = await ReadAsync(due, cancellationToken);
        using var grace = new Grace(time, cancellationToken);
        var lines = reading.Answers.Values.OfType<ItemsAnswer.Complete>().SelectMany(answer => answer.Items);
        var filled = await catalogue.EnsureAsync(
            [.. lines.Select(line => line.TypeId).Distinct()], Parallel(grace.Token), grace.Token);
        var result = await StoreAsync(reading, filled, grace.Token);
        Log.ItemsRead(logger, result.Read, result.Missed);
        return result;
    }

    /// <summary>Asked to stop, it keeps the answers it has.</summary>
    private async Task<ParallelReading<ContractId, ItemsAnswer>> ReadAsync(IReadOnlyList<ContractId> due, CancellationToken cancellationToken)
    {
        var reading = new ParallelReading<ContractId, ItemsAnswer>(logger);
        try
        {
            await reading.RunAsync(due, esi.GetItemsAsync, Parallel(cancellationToken));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && reading.Answers.Count > 0)
        {
            // The batch ends here; what was answered is stored.
        }

        return reading;
    }

    private async Task<ItemsResult> StoreAsync(
        ParallelReading<ContractId, ItemsAnswer> reading, CatalogueFill filled, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await unitOfWork.InTransactionAsync(token => WriteAsync(reading, filled, token), cancellationToken);
            }
            catch (ConcurrentChangeException) when (attempt < Tries)
            {
                // Another process committed meanwhile, maybe to these very contracts: what is read is applied to what is there now.
            }
        }
    }

    private async Task<ItemsResult> WriteAsync(
        ParallelReading<ContractId, ItemsAnswer> reading, CatalogueFill filled, CancellationToken cancellationToken)
    {
        // First, so that whoever commits between this and our own commit is noticed: a contract closed meanwhile stays closed (M7).
        var state = await market.FindAsync(MarketState.OnlyId, cancellationToken);
        var surprises = filled.NewlyUnknown.Select(id => new Surprise($"type {id}", "ESI does not know the type.")).ToList();
        var read = new List<Contract>();
        var missed = new List<Contract>();
        var asked = reading.Answers.Keys.Concat(reading.Failed).ToList();
        foreach (var contract in await contracts.ListAsync(new StillPending(asked), cancellationToken))
            (Take(contract, reading.Answers.GetValueOrDefault(contract.Id), filled, surprises) ? read : missed).Add(contract);

        await bulk.UpsertAsync(read.Concat(missed).ToList(), cancellationToken);
        await bulk.UpsertAsync(read.SelectMany(contract => contract.Items).ToList(), cancellationToken);
        await quarantine.AddAsync(surprises, region: null, cancellationToken);
        state?.Changed(time.GetUtcNow());
        await unitOfWork.SaveChangesAsync(cancellationToken);
        return new ItemsResult(read.Count, missed.Count, surprises.Count) { GaveUp = reading.GaveUp };
    }

    /// <summary>False where the contract has to be asked again. No answer is null.</summary>
    private bool Take(Contract contract, ItemsAnswer? answer, CatalogueFill filled, List<Surprise> surprises)
    {
        var reason = answer switch
        {
            ItemsAnswer.Complete complete when filled.Covers(complete.Items) => TryTake(contract, complete, filled),
            ItemsAnswer.Malformed malformed => malformed.Reason,
            _ => null,
        };
        if (contract.ItemsState == ItemsState.Read) return true;

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

    private ParallelOptions Parallel(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
}
