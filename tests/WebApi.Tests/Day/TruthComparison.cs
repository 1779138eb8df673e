using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>Compares the stored contracts with the sandbox's market one by one. Each difference is one line of text.</summary>
internal sealed class TruthComparison
{
    private readonly List<string> _differences = [];

    public IReadOnlyList<string> Differences => _differences;

    /// <summary>How many contracts, lines and bids were compared.</summary>
    public (int Contracts, int Lines, int Bids) Compared { get; private set; }

    /// <summary>How many listed contracts have ended without being read. ESI no longer answers their lines.</summary>
    public int OverUnread { get; private set; }

    /// <param name="truth">The sandbox's contracts of one region, by ascending id.</param>
    /// <param name="open">The contracts that are stored as open in that region, with lines and bids.</param>
    public void Region(int region, IReadOnlyList<ContractTruth> truth, IReadOnlyCollection<Contract> open)
    {
        var stored = open.ToDictionary(contract => contract.Id.Value);
        foreach (var id in stored.Keys.Except(truth.Select(contract => contract.Terms.Id)))
            _differences.Add($"region {region}: contract {id} is open and not listed");
        foreach (var contract in truth)
        {
            if (stored.TryGetValue(contract.Terms.Id, out var kept)) Listed(contract, kept);
            else _differences.Add($"region {region}: contract {contract.Terms.Id} is listed and not open");
        }
    }

    /// <summary>Compares a closed contract. It must have ended, and in a way that agrees with its evidence.</summary>
    /// <param name="truth">The sandbox's terms; null where there never was such a contract.</param>
    public void Closed(ContractTerms? truth, Contract kept)
    {
        var closed = kept.ClosedAt!.Value;
        if (truth is null) Differ(kept, "was never issued");
        else if (truth.Ends > closed) Differ(kept, $"was closed at {closed:O} and ended at {truth.Ends:O}");
        else if (!IsTrue(kept.Closure!.Value, truth, closed)) Differ(kept, $"a {truth.Type} that expires {truth.Expires:O}, ended {truth.Ends:O}, was closed {closed:O} as {kept.Closure}");
    }

    private static bool IsTrue(ClosureEvidence evidence, ContractTerms truth, DateTimeOffset closed) => evidence switch
    {
        ClosureEvidence.GoneEarly => truth.Ends < truth.Expires,
        // It may have been accepted before. The evidence says only that it left the list after its date had passed.
        ClosureEvidence.Expired => !truth.IsAuction && truth.Expires <= closed,
        ClosureEvidence.Gone => truth.IsAuction,
        _ => false,
    };

    private void Listed(ContractTruth truth, Contract kept)
    {
        var terms = truth.Terms;
        var type = terms.Type switch { "auction" => ContractType.Auction, "courier" => ContractType.Courier, _ => ContractType.ItemExchange };
        Same(kept, "region", terms.RegionId, kept.RegionId.Value);
        Same(kept, "type", type, kept.Type);
        Same(kept, "title", PlainText.Clean(terms.Title, Contract.MaxTitleLength), kept.Title);
        Same(kept, "issuer", terms.IssuerId, kept.IssuerId.Value);
        Same(kept, "corporation", terms.CorporationId, kept.IssuerCorporationId.Value);
        Same(kept, "for corporation", terms.ForCorporation, kept.ForCorporation);
        Same(kept, "start", terms.Start, kept.StartLocationId?.Value);
        Same(kept, "end", terms.IsCourier ? terms.End : null, kept.EndLocationId?.Value);
        Same(kept, "volume", terms.Volume, kept.Volume);
        Same(kept, "days", terms.IsCourier ? terms.Days : null, kept.DaysToComplete);
        Same(kept, "collateral", terms.IsCourier ? Amount(terms.Collateral) : null, kept.Collateral);
        Same(kept, "buyout", terms.IsAuction && terms.Buyout > 0 ? Amount(terms.Buyout) : null, kept.Buyout);
        Same(kept, "issued", truth.Issued, kept.DateIssued);
        Same(kept, "expires", truth.Expires, kept.DateExpired);
        Same(kept, "accepted", false, kept.AcceptedSeen);
        var (contracts, lines, bids) = Compared;
        Compared = (contracts + 1, lines + truth.Lines.Count, bids + truth.Bids.Count);
        if (truth.Terms.IsCourier) Courier(terms, kept);
        else Traded(truth, kept);
    }

    private void Courier(ContractTerms terms, Contract kept)
    {
        Same(kept, "price", null, kept.Price);
        Same(kept, "reward", Amount(terms.Reward), kept.Reward);
        Same(kept, "lines", (LinesState.None, 0), (kept.LinesState, kept.Lines.Count));
    }

    private void Traded(ContractTruth truth, Contract kept)
    {
        if (kept.LinesState != LinesState.Read && !truth.IsOpen)
        {
            OverUnread++;
            return;
        }

        var isWanted = !truth.Lines.Any(line => line.Included) && !truth.Terms.IsAuction;
        Same(kept, "lines read", LinesState.Read, kept.LinesState);
        Same(kept, "wanted", !truth.Lines.Any(line => line.Included), kept.IsWantToBuy);
        Same(kept, "price", isWanted ? null : Amount(truth.Terms.Price), kept.Price);
        Same(kept, "reward", isWanted ? Amount(truth.Terms.Reward) : null, kept.Reward);
        Same(kept, "lines", Text(truth.Lines.Select(Of)), Text(kept.Lines.Select(Of)));
        if (truth.Terms.IsAuction) Bids(truth, kept);
        else Same(kept, "bids", 0, kept.Bids.Count);
    }

    /// <summary>Compares bids. ESI does not answer the bids of an auction that has ended, so its last bids may be missing.</summary>
    private void Bids(ContractTruth truth, Contract kept)
    {
        var told = truth.IsOpen ? truth.Bids : [.. truth.Bids.Take(kept.Bids.Count)];
        Same(kept, "bids", Text(told.Select(bid => (bid.Id, Amount(bid.Amount), bid.At))), Text(kept.Bids.Select(bid => (bid.BidId, bid.Amount, bid.PlacedAt))));
        if (kept.BidCount is null && !truth.IsOpen) return;
        Same(kept, "bid count", told.Count, kept.BidCount);
        Same(kept, "current bid", told.Count == 0 ? null : Amount(told.Max(bid => bid.Amount)), kept.CurrentBid);
    }

    private static (long, int, long, bool, bool, int?, int?, int?, long?) Of(Line line) =>
        (line.RecordId, line.TypeId, line.Quantity, line.Included, line.Copy, line.Runs, line.Material, line.Time, line.ItemId);

    private static (long, int, long, bool, bool, int?, int?, int?, long?) Of(ContractLine line) =>
        (line.RecordId, line.TypeId.Value, line.Quantity, line.IsIncluded, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency, line.ItemId);

    private static string Text<T>(IEnumerable<T> rows) => string.Join('\n', rows.Order());

    private static Isk Amount(double isk) => Isk.Of((decimal)isk);

    private void Same(Contract kept, string what, object? truth, object? stored)
    {
        if (!Equals(truth, stored)) Differ(kept, $"{what} is {stored ?? "null"} and should be {truth ?? "null"}");
    }

    private void Differ(Contract kept, string how) => _differences.Add($"contract {kept.Id} ({kept.Type}): {how}");
}
