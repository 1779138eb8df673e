using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine.Market;
using HangarBay.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.TestSupport;

/// <summary>
/// Compares a database that was just synced with the sandbox. The same contracts must be open, none lost and none closed wrongly. Their
/// terms must be equal, and a contract that was read must have every line once.
/// </summary>
public static class SandboxTruth
{
    /// <summary>Returns a sentence for every difference.</summary>
    /// <param name="context">The database.</param>
    /// <param name="market">The market of the sandbox that filled it; its lists are those that were read last.</param>
    /// <param name="now">The time by the clock of the sync. A contract that has expired by then is not asked for any more.</param>
    /// <param name="regions">The regions to compare; none: all.</param>
    public static async Task<IReadOnlyList<string>> DifferencesAsync(HangarBayDbContext context, PublicMarket market, DateTimeOffset now, params int[] regions)
    {
        var differences = new List<string>();
        foreach (var region in regions.Length > 0 ? regions : market.Regions)
        {
            var stored = await context.Set<Contract>().AsNoTracking().AsSplitQuery()
                .Include(contract => contract.Lines).Include(contract => contract.Bids)
                .Where(contract => contract.RegionId == new RegionId(region) && contract.ClosedAt == null)
                .ToDictionaryAsync(contract => contract.Id.Value);
            foreach (var truth in market.Truth(region))
            {
                if (stored.Remove(truth.Terms.Id, out var contract)) differences.AddRange(Compare(truth, contract, truth.IsOpen && contract.IsLive(now)));
                else differences.Add($"Contract {truth.Terms.Id} of region {region} is listed and not open here.");
            }

            differences.AddRange(stored.Keys.Select(id => $"Contract {id} of region {region} is open here and not listed."));
        }

        return differences;
    }

    private static IEnumerable<string> Compare(ContractTruth truth, Contract stored, bool isToBeRead)
    {
        var id = truth.Terms.Id;
        var expected = (Word(truth.Terms.Type), truth.Terms.IssuerId, truth.Terms.Start, truth.Terms.Volume, truth.Issued, truth.Expires);
        var actual = (stored.Type, stored.IssuerId.Value, stored.StartLocationId?.Value ?? 0, stored.Volume ?? 0, stored.DateIssued, stored.DateExpired);
        if (expected != actual) yield return $"Contract {id} is {actual}, not {expected}.";

        if (stored.LinesState == LinesState.Read)
        {
            var lines = truth.Lines.Select(line => (line.RecordId, line.TypeId, line.Quantity, line.Included, line.Copy)).Order();
            if (!lines.SequenceEqual(stored.Lines.Select(line => (line.RecordId, line.TypeId.Value, line.Quantity, line.IsIncluded, line.IsBlueprintCopy)).Order()))
                yield return $"Contract {id} has other lines: {stored.Lines.Count} of {truth.Lines.Count}.";
        }
        else if (stored.Type.BearsLines() && isToBeRead)
        {
            // ESI answers no lines for a contract that has ended, so one that has ended may stay unread until its list no longer has it.
            yield return $"Contract {id} was never read: {stored.LinesState} after {stored.LinesAttempts} attempts.";
        }

        // New bids may come after the bids were read.
        var bids = truth.Bids.Select(bid => bid.Id).ToHashSet();
        if (stored.Bids.Any(bid => !bids.Contains(bid.BidId))) yield return $"Auction {id} has bids that nobody made.";
        if (stored is { Type: ContractType.Auction, BidCount: null } && isToBeRead) yield return $"Auction {id} has unread bids.";
    }

    private static ContractType Word(string type) => type switch
    {
        "item_exchange" => ContractType.ItemExchange,
        "auction" => ContractType.Auction,
        "courier" => ContractType.Courier,
        _ => ContractType.Unknown,
    };
}
