using HangarBay.EsiSandbox.Engine.Market;

namespace HangarBay.EsiSandbox.Engine.Demo;

/// <summary>Makes the contracts of <see cref="MarketShape.Demo"/>.</summary>
internal sealed class DemoMaker(long seed, DemoGoods goods, Couriers couriers, People people, Timeline timeline) : IContractMaker
{
    /// <summary>How many contracts are always there: each trap once, and two whole hangars.</summary>
    public const int Standing = DemoTraps.Kinds + 2;

    /// <summary>Contracts below which a market has none of those, since they would be most of it.</summary>
    public const int SmallestWithStanding = 100;

    private const double AuctionPercent = 1.5;
    private const double CourierPercent = 4;
    private const int LinesOfHangar = 300;
    private const int TheForge = 10000002;
    private const long JitaFourFour = 60003760;

    public int RegionOf(long id)
    {
        if (timeline.StandingOf(id) is not null)
            return TheForge;
        var chance = Chance.Of(seed, id, Purpose.Terms);
        return Places.Region(ref chance);
    }

    public ContractTerms Make(Life life, int? region = null, int? lines = null)
    {
        var chance = Chance.Of(seed, life.Id, Purpose.Terms);
        var drawn = Places.Region(ref chance);
        var issuers = Chance.Of(seed, life.Id, Purpose.Issuer);
        var (character, corporation) = people.Issuer(ref issuers);
        var standing = timeline.StandingOf(life.Id);
        var place = standing is not null ? TheForge : region ?? drawn;
        var start = standing is not null ? JitaFourFour : Places.In(place, ref chance);
        var contract = new ContractTerms
        {
            Id = life.Id,
            RegionId = place,
            Type = standing is not null || lines is not null ? "item_exchange" : Type(place, ref chance),
            Issued = life.Issued,
            Expires = life.Expires,
            Ends = life.Ends,
            IssuerId = character,
            CorporationId = corporation,
            ForCorporation = chance.Percent(22),
            Start = start,
            End = start,
        };
        return standing switch
        {
            < DemoTraps.Kinds => DemoTraps.Make(contract, standing.Value),
            not null => Trade(contract, LinesOfHangar, ref chance),
            _ when contract.IsCourier => couriers.Make(contract, ref chance),
            _ => Trade(contract, lines, ref chance),
        };
    }

    private string Type(int region, ref Chance chance)
    {
        var draw = chance.Fraction() * 100;
        if (draw < AuctionPercent)
            return "auction";
        return draw < AuctionPercent + CourierPercent && couriers.LeaveFrom(region) ? "courier" : "item_exchange";
    }

    private ContractTerms Trade(ContractTerms contract, int? lines, ref Chance chance)
    {
        var (traded, title) = goods.Make(contract.Id, contract.IsAuction, lines);
        var trade = contract with { Lines = traded.Lines, Volume = traded.Volume, Title = title };
        var price = Price(traded.Kind, traded.Value, ref chance);
        if (traded.Kind == GoodsKind.Wanted)
            return trade with { Reward = price };
        if (contract.IsAuction)
            return trade with { Price = ContractMaker.Rounded(price * 0.6, 2), Buyout = chance.Percent(30) ? 0 : price };
        return trade with { Price = price };
    }

    /// <summary>Rounding moves a price by up to half a per cent, so that a hull's stays within 15 % of its true value.</summary>
    private static double Price(GoodsKind kind, double worth, ref Chance chance)
    {
        var price = ContractMaker.Rounded(worth * kind switch
        {
            GoodsKind.Hull => chance.Between(0.86, 1.14),
            GoodsKind.FittedShip => chance.Between(0.85, 1.12),
            GoodsKind.MixedLot => chance.Between(0.75, 1.05),
            GoodsKind.Wanted => chance.Between(0.8, 1.0),
            GoodsKind.Abyssal => chance.Between(0.5, 2.0),
            _ => chance.Between(0.8, 1.25),
        }, 3);
        return price > 1e6 && chance.Percent(10) ? price - 0.01 : price;
    }
}
