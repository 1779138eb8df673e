using HangarBay.Application.Market;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using Microsoft.Extensions.Logging;

namespace HangarBay.Application.Sync.ReadingLines;

/// <summary>
/// Gives contracts the lines that were read, each batch in one transaction (M5, M7). It does not wait for types: unknown types are learnt
/// later (<see cref="Catalogue.LearnTypes"/>).
/// </summary>
internal sealed class LinesStore(IMarketWriter market, Quarantine quarantine, TimeProvider time, ILogger<LinesStore> logger)
{
    /// <summary>Lines that could not be read for half a day are requested once a day.</summary>
    private static readonly TimeSpan SetAsideFor = TimeSpan.FromDays(1);

    public Task<LinesResult> StoreAsync(LinesBatch batch, CancellationToken cancellationToken) =>
        market.ChangeAsync((change, token) => GiveAsync(batch, change, token), cancellationToken);

    private async Task<LinesResult> GiveAsync(LinesBatch batch, IMarketChange change, CancellationToken cancellationToken)
    {
        var taken = batch.Answers.Values.OfType<LinesAnswer.Complete>().SelectMany(answer => answer.Lines);
        var catalogue = await change.MeetTypesAsync([.. taken.Select(line => line.TypeId).Distinct()], cancellationToken);
        var surprises = new List<Surprise>();
        var (read, missed, setAside) = (0, 0, 0);
        await change.GiveLinesAsync(
            [.. batch.Answers.Keys],
            contract =>
            {
                if (Take(contract, batch, catalogue, surprises)) read++;
                else missed++;
                if (contract.LinesState == LinesState.SetAside) setAside++;
            },
            cancellationToken);
        await quarantine.AddAsync(surprises, region: null, cancellationToken);
        return new LinesResult(read, missed, surprises.Count) { SetAside = setAside };
    }

    /// <summary>False where the lines must be requested again. A missing answer is null.</summary>
    private bool Take(Contract contract, LinesBatch batch, Func<TypeId, CatalogueEntry> catalogue, List<Surprise> surprises)
    {
        var answer = batch.Answers[contract.Id];
        var reason = answer switch
        {
            LinesAnswer.Complete complete => contract.TryTake(complete.Lines, catalogue),
            LinesAnswer.Malformed malformed => malformed.Reason,
            _ => null,
        };
        if (contract.LinesState == LinesState.Read) return true;
        if (answer is null && batch.IsEsiAway)
        {
            contract.PostponeLines(Retry.After(time.GetUtcNow(), contract.LinesAttempts));
            return false;
        }

        if (reason is not null)
        {
            surprises.Add(new Surprise($"items of contract {contract.Id}", reason));
            Log.LinesUnusable(logger, contract.Id, reason);
        }

        contract.MissLines(NextAttempt(contract), answer is LinesAnswer.Gone { Accepted: true });
        if (contract.LinesState == LinesState.SetAside) Log.LinesSetAside(logger, contract.Id, contract.LinesAttempts);
        return false;
    }

    private DateTimeOffset NextAttempt(Contract contract)
    {
        var now = time.GetUtcNow();
        return contract.LinesAttempts + 1 < Contract.MaxLinesAttempts ? Retry.After(now, contract.LinesAttempts) : now + SetAsideFor;
    }
}
