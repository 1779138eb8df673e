namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Bids on an auction, each above the one before and below the buyout, spread over its life.</summary>
internal static class InventedBids
{
    public static IReadOnlyList<Bid> On(ContractTerms auction, long seed)
    {
        var chance = Chance.Of(seed, auction.Id, Purpose.Bids);
        var count = chance.Percent(50) ? 0 : chance.Between(1, 6);
        var bids = new List<Bid>(count);
        var ceiling = auction.Buyout > 0 ? auction.Buyout : double.PositiveInfinity;
        var amount = auction.Price;
        var life = (auction.Expires - auction.Issued).TotalSeconds;
        // A bid of the buyout or more would have ended the auction.
        for (var index = 0; index < count && amount < ceiling; index++)
        {
            var at = auction.Issued.AddSeconds(Math.Floor(life * (index + chance.Fraction()) / count));
            bids.Add(new(auction.Id * 100 + index, amount, at));
            amount = Math.Round(amount * chance.Between(1.05, 1.4));
        }

        return bids;
    }
}
