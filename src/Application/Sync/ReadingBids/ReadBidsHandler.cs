using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using MediatR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Application.Sync.ReadingBids;

internal sealed class ReadBidsHandler(
    IEsi esi,
    IReadRepository<Contract> due,
    IMarketWriter market,
    IOptions<SyncOptions> options,
    TimeProvider time,
    ILogger<ReadBidsHandler> logger) : IRequestHandler<ReadBids, BidsResult>
{
    private const int AtOnce = 100;

    public async Task<BidsResult> Handle(ReadBids request, CancellationToken cancellationToken)
    {
        var ids = await due.ListAsync(new BidsDue(time.GetUtcNow(), AtOnce), cancellationToken);
        if (ids.Count == 0) return new BidsResult(0, 0);

        var reading = new ParallelReading<ContractId, BidsAnswer?>(logger);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Value.ItemsAtOnce, CancellationToken = cancellationToken };
        try
        {
            await reading.RunAsync(ids, esi.GetBidsAsync, parallel);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // What was read until then is stored.
        }

        using var grace = new Grace(time, cancellationToken);
        return await market.ChangeAsync((change, token) => TakeAsync(reading, change, token), grace.Token);
    }

    private async Task<BidsResult> TakeAsync(
        ParallelReading<ContractId, BidsAnswer?> reading, IMarketChange change, CancellationToken cancellationToken)
    {
        var (read, missed) = (0, 0);
        await change.TakeBidsAsync(
            [.. reading.Answers.Keys, .. reading.Failed],
            auction =>
            {
                if (Take(auction, reading.Answers.GetValueOrDefault(auction.Id))) read++;
                else missed++;
            },
            cancellationToken);
        return new BidsResult(read, missed) { GaveUp = reading.GaveUp };
    }

    /// <summary>False where there is no usable answer, or the auction is gone; then the next sweep decides.</summary>
    private bool Take(Contract auction, BidsAnswer? answer)
    {
        var now = time.GetUtcNow();
        try
        {
            if (answer is not null)
            {
                var floor = now + options.Value.BidsFloor;
                auction.TakeBids(answer.Bids, answer.ExpiresAt > floor ? answer.ExpiresAt : floor);
                return true;
            }
        }
        catch (DomainException exception)
        {
            Log.BidsUnusable(logger, auction.Id, exception.Message);
        }

        auction.MissBids(Retry.After(now, auction.BidsAttempts));
        return false;
    }
}
