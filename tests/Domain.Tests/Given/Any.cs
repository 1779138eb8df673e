using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Tests.Given;

/// <summary>Generators of input for the domain.</summary>
internal static class Any
{
    /// <summary>Amounts with up to four decimals, so that rounding is tested.</summary>
    public static readonly Gen<decimal> Amount = Gen.OneOf(
        Gen.Long[0, 20_000].Select(tenThousandths => tenThousandths / 10_000m),
        Gen.Long[0, 900_000_000_000_000_000].Select(tenThousandths => tenThousandths / 10_000m));

    public static readonly Gen<TypeId> Type = Gen.OneOf(Known.Types);

    /// <summary>Lines of one contract with different record ids, in random order.</summary>
    public static readonly Gen<ContractLine[]> Lines = LinesOf(1, 8);

    public static readonly Gen<ListedContract> Row = Gen.Select(
        Gen.Select(Gen.Enum<ContractType>(), Gen.Long[1, 1_000_000], Gen.Long[1, 1_000_000], Gen.Bool, Gen.String[0, 12].Null()),
        Gen.Select(Location, Location, Gen.Double[0, 1e9].Nullable(), Gen.Int[0, 30].Nullable()),
        Gen.Select(Amount.Nullable(), Amount.Nullable(), Amount.Nullable(), Amount.Nullable()),
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 100_000]),
        (who, where, terms, dates) => AListedContract(who.Item1) with
        {
            IssuerId = new CharacterId(who.Item2),
            IssuerCorporationId = new CorporationId(who.Item3),
            ForCorporation = who.Item4,
            Title = who.Item5,
            StartLocationId = where.Item1,
            EndLocationId = where.Item2,
            Volume = where.Item3,
            DaysToComplete = where.Item4,
            Price = terms.Item1,
            Buyout = terms.Item2,
            Collateral = terms.Item3,
            Reward = terms.Item4,
            DateIssued = Noon.AddSeconds(-dates.Item1),
            DateExpired = Noon.AddSeconds(dates.Item2),
        });

    private static Gen<LocationId?> Location => Gen.Long[60_000_000, 63_999_999].Select(id => new LocationId(id)).Nullable();

    public static Gen<ContractLine[]> LinesOf(int fewest, int most) =>
        Gen.Select(Gen.Int[1, 1_000_000].ArrayUnique[most], Line.Array[fewest, most], (ids, lines) =>
            lines.Select((line, index) => line(ids[index])).ToArray());

    private static Gen<Func<long, ContractLine>> Line => Gen.Select(
        Type, Gen.Bool, Gen.Bool, Gen.Int[0, 300].Nullable(), Gen.Int[0, 10].Nullable(), Gen.Int[0, 20].Nullable(), Gen.Long[0, 50],
        (type, included, copy, runs, me, te, quantity) => (Func<long, ContractLine>)(id =>
            new ContractLine(AListedContract().Id, id, type, quantity, included, copy, runs, me, te)));
}
