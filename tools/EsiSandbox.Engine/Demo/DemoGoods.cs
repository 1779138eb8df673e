using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>Makes the rows of a contract of the demo, with a title that fits them.</summary>
internal sealed class DemoGoods(long seed, Pools pools)
{
    public const int MostOfLot = 20;

    /// <summary>
    /// How many in a thousand contracts trade each kind. Of those that offer ships, 60 % offer a bare hull, 30 % a fitted one and 10 % a lot.
    /// </summary>
    private static readonly (GoodsKind Kind, int Share)[] Shares =
    [
        (GoodsKind.Hull, 228), (GoodsKind.FittedShip, 114), (GoodsKind.MixedLot, 38), (GoodsKind.BlueprintCopy, 210),
        (GoodsKind.BlueprintPack, 60), (GoodsKind.BlueprintOriginal, 60), (GoodsKind.Module, 110), (GoodsKind.Wearable, 70),
        (GoodsKind.Stack, 60), (GoodsKind.Abyssal, 20), (GoodsKind.Wanted, 30),
    ];

    /// <summary>ISK: nobody puts what is dearer than this into a lot, or buys it by the dozen.</summary>
    private const double DearestOfLot = 65e6;

    private const int CorvetteGroup = 237;

    private static readonly TypeFact[] DoctrineHulls = [.. Doctrines.All.Select(fit => fit.Hull)];

    private readonly TypeFact[] _hulls = [.. pools.Hulls.Where(hull => hull.GroupId != CorvetteGroup)];
    private readonly TypeFact[] _lotHulls = [.. pools.Hulls.Where(hull => hull.GroupId != CorvetteGroup && TrueValues.OfUnit(hull.Id) <= DearestOfLot)];
    private readonly TypeFact[] _lotGoods = [.. pools.Fittings.Where(type => TrueValues.OfUnit(type.Id) <= DearestOfLot)];
    private readonly TypeFact[] _originals = [.. pools.Blueprints.Where(blueprint => TrueValues.OfUnit(blueprint.Id) is not null)];
    private readonly TypeFact[] _copies = [.. pools.Blueprints.Where(blueprint => TrueValues.OfRun(blueprint.Id) < 1e9)];

    /// <param name="lines">How many rows to make; null: drawn at random.</param>
    /// <param name="auction">Whether the contract is an auction, which has no requested rows.</param>
    public (Goods Goods, string Title) Make(long contractId, bool auction, int? lines = null)
    {
        var chance = Chance.Of(seed, contractId, Purpose.Goods);
        var kind = lines is null ? Kind(ref chance, auction) : GoodsKind.MixedLot;
        var basket = new Basket(contractId, TrueValues.Instance);
        var title = kind switch
        {
            GoodsKind.Hull => Hull(basket, contractId, ref chance),
            GoodsKind.FittedShip => FittedShip(basket, contractId, ref chance),
            GoodsKind.MixedLot => Lot(basket, lines ?? chance.Between(3, MostOfLot), contractId, ref chance),
            GoodsKind.BlueprintCopy => Copies(basket, 1, contractId, ref chance),
            GoodsKind.BlueprintPack => Copies(basket, chance.Between(2, 12), contractId, ref chance),
            GoodsKind.BlueprintOriginal => Original(basket, contractId, ref chance),
            GoodsKind.Wanted => Wanted(basket, ref chance),
            GoodsKind.Stack => Stack(basket, contractId, ref chance),
            GoodsKind.Abyssal => One(basket, chance.Pick(pools.Abyssal), contractId, ref chance),
            GoodsKind.Wearable => One(basket, chance.Pick(pools.Wearables), contractId, ref chance),
            _ => Modules(basket, contractId, ref chance),
        };
        return (new(kind, basket.Lines, basket.Value, basket.Volume), title);
    }

    private static GoodsKind Kind(ref Chance chance, bool auction)
    {
        var draw = chance.Below(1000);
        foreach (var (kind, share) in Shares)
        {
            draw -= share;
            if (draw < 0)
                return auction && kind == GoodsKind.Wanted ? GoodsKind.Module : kind;
        }

        return GoodsKind.Module;
    }

    /// <summary>
    /// Half of the hulls are those that corporations fit, so that like can be compared with like. Of other two the cheaper is taken, because
    /// frigates are traded more often than titans.
    /// </summary>
    private string Hull(Basket basket, long id, ref Chance chance)
    {
        var one = chance.Pick(_hulls);
        var other = chance.Pick(_hulls);
        var hull = chance.Percent(50) ? chance.Pick(DoctrineHulls) : TrueValues.OfUnit(one.Id) < TrueValues.OfUnit(other.Id) ? one : other;
        var many = TrueValues.OfUnit(hull.Id) <= DearestOfLot && chance.Percent(12);
        basket.Offer(hull, many ? chance.Between(2, 6) : 1, packaged: many || chance.Percent(65));
        return DemoTitles.Sale(id, ref chance);
    }

    private static string FittedShip(Basket basket, long id, ref Chance chance)
    {
        var fit = chance.Pick(Doctrines.All);
        basket.Offer(fit.Hull, packaged: false);
        foreach (var stack in fit.Fitted)
        {
            // Fitted modules are rows of their own.
            for (var count = stack.Quantity; count > 0; count--)
                basket.OfferInside(stack.Type);
        }

        foreach (var stack in fit.Hold)
            basket.OfferInside(stack.Type, stack.Quantity);
        return DemoTitles.Fit(fit, id, ref chance);
    }

    private string Lot(Basket basket, int lines, long id, ref Chance chance)
    {
        for (var ships = 1 + chance.Below(Math.Max(1, lines / 5)); ships > 0 && basket.Lines.Count < lines; ships--)
            basket.Offer(chance.Pick(_lotHulls), chance.Percent(85) ? 1 : 2);
        while (basket.Lines.Count < lines)
        {
            var type = chance.Pick(_lotGoods);
            basket.Offer(type, Some(type, 6, ref chance));
        }

        return DemoTitles.Lot(lines, id, ref chance);
    }

    private string Copies(Basket basket, int count, long id, ref Chance chance)
    {
        var blueprint = chance.Pick(_copies);
        for (var left = count; left > 0; left--)
        {
            var (runs, material, time) = TrueValues.KindOf(blueprint) switch
            {
                BlueprintKind.Found => (1, 0, 0),
                BlueprintKind.Invented => (chance.Pick([1, 1, 2, 10]), chance.Pick([2, 2, 2, 0, 4]), chance.Pick([4, 4, 4, 0, 8])),
                _ when chance.Percent(65) => (chance.Pick([1, 5, 10, 30, 100]), 10, 20),
                _ => (chance.Between(1, 60), chance.Between(0, 10), 2 * chance.Between(0, 10)),
            };
            basket.OfferCopy(blueprint, runs, material, time);
            if (chance.Percent(50))
                blueprint = chance.Pick(_copies);
        }

        return count == 1 ? DemoTitles.Copy(basket.Lines[0], id, ref chance) : DemoTitles.Pack(count, id, ref chance);
    }

    private string Original(Basket basket, long id, ref Chance chance)
    {
        var researched = chance.Percent(70);
        basket.OfferOriginal(chance.Pick(_originals), researched ? chance.Between(1, 10) : 0, researched ? 2 * chance.Between(1, 10) : 0);
        return DemoTitles.Original(basket.Lines[0], id, ref chance);
    }

    private string Modules(Basket basket, long id, ref Chance chance)
    {
        var module = chance.Pick(pools.Modules);
        basket.Offer(module, chance.Percent(60) ? 1 : Some(module, 20, ref chance));
        return DemoTitles.Sale(id, ref chance);
    }

    private string Stack(Basket basket, long id, ref Chance chance)
    {
        var type = chance.Pick(pools.Stacks);
        // What it is worth is drawn, and not how many: a million minerals sell as well as ten skill injectors.
        var quantity = ContractMaker.Rounded(Math.Pow(10, chance.Between(6.7, 9.0)) / TrueValues.Instance.Of(type), 2);
        basket.Offer(type, (long)quantity);
        return DemoTitles.Sale(id, ref chance);
    }

    private static string One(Basket basket, TypeFact type, long id, ref Chance chance)
    {
        basket.Offer(type);
        return DemoTitles.Sale(id, ref chance);
    }

    private string Wanted(Basket basket, ref Chance chance)
    {
        var type = chance.Percent(50) ? chance.Pick(DoctrineHulls) : chance.Pick(pools.Modules);
        basket.Request(type, Some(type, 10, ref chance));
        return "";
    }

    /// <summary>A quantity that players trade of a type: one of what is dear, thousands of charges.</summary>
    private static int Some(TypeFact type, int most, ref Chance chance) => TrueValues.OfUnit(type.Id) switch
    {
        < 1e5 => 100 * chance.Between(1, 40),
        <= DearestOfLot => chance.Between(1, most),
        _ => 1,
    };
}
