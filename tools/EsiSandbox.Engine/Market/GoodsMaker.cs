namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Makes the rows of a contract from its id; always the same rows for the same id.</summary>
internal sealed class GoodsMaker(long seed, Pools pools)
{
    /// <summary>How many in a thousand contracts trade each kind: measured shares of the real market, rounded.</summary>
    private static readonly (GoodsKind Kind, int Share)[] Shares =
    [
        (GoodsKind.Hull, 130), (GoodsKind.FittedShip, 105), (GoodsKind.MixedLot, 160), (GoodsKind.BlueprintCopy, 165),
        (GoodsKind.BlueprintPack, 110), (GoodsKind.BlueprintOriginal, 50), (GoodsKind.Module, 105), (GoodsKind.Wearable, 65),
        (GoodsKind.Stack, 40), (GoodsKind.Abyssal, 40), (GoodsKind.Wanted, 15), (GoodsKind.Swap, 15),
    ];

    /// <summary>Ninety-nine contracts in a hundred have at most this many rows; the rest are whole hangars.</summary>
    private const int MostOfOrdinary = 16;

    /// <summary>The percentage of mixed lots that have hundreds of rows.</summary>
    private const double HugePercent = 5.9;

    /// <param name="lines">How many rows to make; null: drawn at random.</param>
    /// <param name="auction">Whether the contract is an auction, which has no requested rows.</param>
    /// <param name="kind">What it trades; null: drawn at random.</param>
    public Goods Make(long contractId, bool auction, int? lines = null, GoodsKind? kind = null)
    {
        var chance = Chance.Of(seed, contractId, Purpose.Goods);
        var drawn = Kind(ref chance, auction);
        var trades = kind ?? (lines is null ? drawn : GoodsKind.MixedLot);
        var basket = new Basket(contractId, RoughWorth.Instance);
        switch (trades)
        {
            case GoodsKind.Hull: Hull(basket, ref chance); break;
            case GoodsKind.FittedShip: FittedShip(basket, ref chance); break;
            case GoodsKind.MixedLot: MixedLot(basket, ref chance, lines); break;
            case GoodsKind.BlueprintCopy: Copies(basket, ref chance, 1); break;
            case GoodsKind.BlueprintPack: Copies(basket, ref chance, chance.Between(2, MostOfOrdinary)); break;
            case GoodsKind.BlueprintOriginal: Original(basket, ref chance); break;
            case GoodsKind.Module: basket.Offer(chance.Pick(pools.Modules), chance.Percent(80) ? 1 : chance.Between(2, 40)); break;
            case GoodsKind.Wearable: basket.Offer(chance.Pick(pools.Wearables)); break;
            case GoodsKind.Stack: basket.Offer(chance.Pick(pools.Stacks), (long)Math.Pow(10, chance.Between(1.0, 6.5))); break;
            case GoodsKind.Abyssal: Abyssal(basket, ref chance); break;
            case GoodsKind.Wanted: Requests(basket, ref chance); break;
            case GoodsKind.Swap:
                basket.Offer(chance.Pick(pools.Anything), chance.Between(1, 5));
                Requests(basket, ref chance);
                break;
        }

        return new(trades, basket.Lines, basket.Value, basket.Volume);
    }

    private static GoodsKind Kind(ref Chance chance, bool auction)
    {
        var draw = chance.Below(1000);
        foreach (var (kind, share) in Shares)
        {
            draw -= share;
            if (draw < 0)
                return auction && kind is GoodsKind.Wanted or GoodsKind.Swap ? GoodsKind.Module : kind;
        }

        return GoodsKind.Module;
    }

    /// <summary>Takes the cheaper of two draws, because frigates are traded more often than titans.</summary>
    private void Hull(Basket basket, ref Chance chance)
    {
        var one = chance.Pick(pools.Hulls);
        var other = chance.Pick(pools.Hulls);
        var hull = Pools.PriceOf(one) < Pools.PriceOf(other) ? one : other;
        basket.Offer(hull, chance.Percent(88) ? 1 : chance.Between(2, 10), packaged: chance.Percent(60));
    }

    private void FittedShip(Basket basket, ref Chance chance)
    {
        basket.Offer(chance.Pick(pools.Hulls), packaged: false);
        for (var left = chance.Between(6, MostOfOrdinary - 1); left > 0; left--)
            basket.Offer(chance.Pick(pools.Fittings), chance.Percent(80) ? 1 : chance.Between(2, 2000));
    }

    private void MixedLot(Basket basket, ref Chance chance, int? lines)
    {
        if (chance.Percent(65))
            Hull(basket, ref chance);
        var count = lines ?? (chance.Percent(HugePercent) ? chance.Between(300, 420) : chance.Between(2, MostOfOrdinary));
        while (basket.Lines.Count < count)
        {
            if (chance.Percent(10))
                Copies(basket, ref chance, 1);
            else
                basket.Offer(chance.Pick(pools.Anything), chance.Percent(60) ? 1 : chance.Between(2, 500));
        }
    }

    private void Copies(Basket basket, ref Chance chance, int count)
    {
        var (runs, material, time) = chance.Percent(60)
            ? (chance.Pick([1, 5, 10, 30, 100]), 10, 20)
            : (chance.Between(1, 300), chance.Between(0, 10), 2 * chance.Between(0, 10));
        var blueprint = chance.Pick(pools.Blueprints);
        for (; count > 0; count--)
        {
            basket.OfferCopy(blueprint, runs, material, time);
            if (chance.Percent(50))
                blueprint = chance.Pick(pools.Blueprints);
        }
    }

    private void Original(Basket basket, ref Chance chance)
    {
        var researched = chance.Percent(70);
        basket.OfferOriginal(chance.Pick(pools.Blueprints), researched ? chance.Between(1, 10) : 0, researched ? 2 * chance.Between(1, 10) : 0);
    }

    private void Abyssal(Basket basket, ref Chance chance)
    {
        for (var left = chance.Percent(85) ? 1 : chance.Between(2, 6); left > 0; left--)
            basket.Offer(chance.Pick(pools.Abyssal));
    }

    private void Requests(Basket basket, ref Chance chance)
    {
        for (var left = chance.Percent(75) ? 1 : chance.Between(2, 8); left > 0; left--)
            basket.Request(chance.Pick(pools.Anything), chance.Percent(50) ? 1 : chance.Between(2, 1000));
    }
}
