using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Infrastructure.Tests.Browsing.Hot;

/// <summary>
/// Contracts in the proportions of the real market: seven in ten sell items, one in twelve is an auction, the rest are
/// couriers; a third offers blueprint copies, an eighth a ship. A quarter is closed and still there. The same every time.
/// </summary>
/// <remarks>As many as it takes for a quarter of what is live to be more than is sorted as a set.</remarks>
internal static class HotCorpus
{
    public const int Contracts = 16_000;

    /// <summary>Any one ship's name begins with a word of its own.</summary>
    public const string AHull = "Hullaro";

    /// <summary>One contract in twenty starts there.</summary>
    public static readonly RegionId SmallRegion = new(10_000_032);

    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private const int Ships = 100;
    private const int Blueprints = 300;
    private const int Types = 1_000;
    private const long FirstId = 200_000_000;
    private static readonly RegionId TheForge = new(10_000_002);

    public static IReadOnlyList<RegionId> Regions { get; } = [TheForge, SmallRegion];

    /// <summary>Listed still.</summary>
    public static ContractId ALiveOne { get; } = new(FirstId + Contracts - 1);

    public static IEnumerable<ItemType> AllTypes => Enumerable.Range(1, Types).Select(type => ItemType.Known(
        new TypeId(type), LocalisedName.English(NameOf(type)), GroupOf(type), CategoryOf(type), null, true, 1, Noon));

    public static IEnumerable<Contract> All()
    {
        var random = new Random(7);
        for (var index = 0; index < Contracts; index++)
        {
            var contract = Build(new ContractId(FirstId + index), random);
            if (index < Contracts / 4) contract.Close(Noon.AddDays(-1));
            yield return contract;
        }
    }

    private static Contract Build(ContractId id, Random random)
    {
        var type = random.NextDouble() switch { < 0.72 => ContractType.ItemExchange, < 0.80 => ContractType.Auction, _ => ContractType.Courier };
        var isCourier = type == ContractType.Courier;
        var contract = Contract.List(
            new ListedContract
            {
                Id = id,
                Type = type,
                IssuerId = new CharacterId(90_000_000 + random.Next(1_000)),
                IssuerCorporationId = new CorporationId(98_000_000 + random.Next(300)),
                Title = random.Next(3) == 0 ? $"{NameOf(1 + random.Next(Types))} number {random.Next(100_000)}" : null,
                StartLocationId = new LocationId(60_003_760 + random.Next(50)),
                Price = isCourier ? null : Amount(random, 1e6, 1e10),
                Reward = isCourier ? Amount(random, 1e5, 1e9) : null,
                Collateral = isCourier ? Amount(random, 1e7, 1e10) : null,
                Volume = random.Next(1, 500_000),
                DateIssued = Noon.AddDays(-random.NextDouble() * 14),
                DateExpired = Noon.AddDays(7 + (random.NextDouble() * 14)),
            },
            random.Next(20) == 0 ? SmallRegion : TheForge);
        if (!isCourier) contract.TakeItems(Lines(id, random), entry => new CatalogueEntry(CategoryOf(entry.Value), NameOf(entry.Value), GroupOf(entry.Value)));
        return contract;
    }

    private static List<ContractItem> Lines(ContractId contract, Random random)
    {
        var sells = random.NextDouble() switch { < 0.17 => 0, < 0.60 => 1, _ => 2 };
        var efficiency = random.NextDouble() switch { < 0.6 => 10, < 0.92 => 8 + random.Next(2), _ => random.Next(8) };
        var runs = random.NextDouble() switch { < 0.12 => 200 + random.Next(400), < 0.8 => 10 + random.Next(190), _ => 1 + random.Next(9) };
        var lines = random.NextDouble() < 0.7 ? 1 : 2 + random.Next(16);
        return [.. Enumerable.Range(1, lines).Select(line =>
        {
            var type = sells switch
            {
                0 when line == 1 => 1 + random.Next(Ships),
                1 => Ships + 1 + random.Next(Blueprints),
                _ => Ships + Blueprints + 1 + random.Next(Types - Ships - Blueprints),
            };
            var isCopy = sells == 1;
            return new ContractItem(
                contract, (contract.Value * 1000) + line, new TypeId(type), random.Next(1, 100), isIncluded: true, isCopy,
                isCopy ? runs : null, isCopy ? efficiency : null, isCopy ? 2 * efficiency : null, random.NextInt64(1, 1L << 40));
        })];
    }

    private static string NameOf(int type) => type == 1 ? AHull : $"{(char)('A' + (type % 26))}el{(char)('a' + (type * 7 % 26))}in {type}";

    private static GroupId GroupOf(int type) => new(1 + (type / 8));

    private static CategoryId CategoryOf(int type) => type switch { <= Ships => CategoryId.Ship, <= Ships + Blueprints => new CategoryId(9), _ => new CategoryId(20) };

    private static decimal Amount(Random random, double least, double most) => Math.Round((decimal)(least * Math.Pow(most / least, random.NextDouble())), 2);
}
