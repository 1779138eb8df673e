namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Makes the contracts of <see cref="MarketShape.NewEden"/>.</summary>
internal sealed class ContractMaker(long seed, GoodsMaker goods, People people) : IContractMaker
{
    private const double AuctionPercent = 1.0;
    private const double CourierPercent = 1.5;

    /// <summary>The region is drawn first.</summary>
    public int RegionOf(long id)
    {
        var chance = Chance.Of(seed, id, Purpose.Terms);
        return Places.Region(ref chance);
    }

    public ContractTerms Make(Life life, int? region = null, int? lines = null)
    {
        var chance = Chance.Of(seed, life.Id, Purpose.Terms);
        var drawn = Places.Region(ref chance);
        var type = lines is null ? Type(ref chance) : "item_exchange";
        var issuers = Chance.Of(seed, life.Id, Purpose.Issuer);
        var (character, corporation) = people.Issuer(ref issuers);
        var start = Places.In(region ?? drawn, ref chance);
        var contract = new ContractTerms
        {
            Id = life.Id,
            RegionId = region ?? drawn,
            Type = type,
            Issued = life.Issued,
            Expires = life.Expires,
            Ends = life.Ends,
            IssuerId = character,
            CorporationId = corporation,
            ForCorporation = chance.Percent(22),
            Start = start,
            End = start,
        };
        return contract.IsCourier ? Courier(contract, ref chance) : Trade(contract, goods.Make(life.Id, contract.IsAuction, lines), ref chance);
    }

    private static string Type(ref Chance chance)
    {
        var draw = chance.Fraction() * 100;
        return draw < AuctionPercent ? "auction" : draw < AuctionPercent + CourierPercent ? "courier" : "item_exchange";
    }

    private ContractTerms Courier(ContractTerms contract, ref Chance chance)
    {
        var destination = chance.Percent(40) ? contract.RegionId : Places.Region(ref chance);
        var volume = Math.Round(Math.Pow(10, chance.Between(0.5, 5.9)), chance.Below(3));
        return contract with
        {
            End = Places.In(destination, ref chance),
            Volume = volume,
            Reward = Rounded(volume * chance.Between(200.0, 1500.0) + 1_000_000, 2),
            Collateral = chance.Percent(10) ? 0 : Rounded(Math.Pow(10, chance.Between(7.0, 9.9)), 2),
            Days = chance.Pick([1, 1, 3, 3, 7, 14]),
            Title = Titles.For(null, seed, contract.Id),
            Lines = [],
        };
    }

    private ContractTerms Trade(ContractTerms contract, Goods traded, ref Chance chance)
    {
        var price = Price(traded.Value, ref chance);
        var trade = contract with { Lines = traded.Lines, Volume = traded.Volume, Title = Titles.For(traded.Kind, seed, contract.Id) };
        if (traded.Kind == GoodsKind.Wanted)
            return trade with { Reward = price };
        if (contract.IsAuction)
            return trade with { Price = Rounded(price * 0.6, 2), Buyout = chance.Percent(30) ? 0 : price };
        return trade with { Price = price };
    }

    /// <summary>A price near the worth, with the mistakes and joke prices of the real market.</summary>
    private static double Price(double worth, ref Chance chance)
    {
        var price = worth * chance.Between(0.75, 1.35);
        return chance.Below(200) switch
        {
            0 => 1,
            1 => 0,
            2 => Rounded(price * 10, 1),
            < 10 => Math.Floor(price) + 0.99,
            < 60 => Math.Round(price),
            _ => Rounded(price, 3),
        };
    }

    /// <summary>Rounds to a number of leading digits; never below one ISK.</summary>
    internal static double Rounded(double value, int digits)
    {
        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(Math.Max(1, value))) + 1 - digits));
        return Math.Max(1, Math.Round(value / unit) * unit);
    }
}
