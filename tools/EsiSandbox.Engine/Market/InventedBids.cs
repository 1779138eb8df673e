namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Bids on an auction, each above the one before, spread over its life.</summary>
internal static class InventedBids
{
    public static IReadOnlyList<Bid> On(ContractTerms auction, long seed)
    {
        var chance = Chance.Of(seed, auction.Id, Purpose.Bids);
        var count = chance.Percent(50) ? 0 : chance.Between(1, 6);
        var bids = new Bid[count];
        var amount = auction.Price;
        var life = (auction.Expires - auction.Issued).TotalSeconds;
        for (var index = 0; index < count; index++)
        {
            var at = auction.Issued.AddSeconds(Math.Floor(life * (index + chance.Fraction()) / count));
            bids[index] = new(auction.Id * 100 + index, amount, at);
            amount = Math.Round(amount * chance.Between(1.05, 1.4));
        }

        return bids;
    }
}
