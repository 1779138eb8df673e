using HangarBay.Application.Sync.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Bench;

/// <summary>
/// Contracts in the shape of The Forge. Seven in ten sell items, one in twelve is an auction and the rest are couriers. A third offers
/// blueprint copies, an eighth a ship. A contract follows from its id alone, so that every run has the same ones.
/// </summary>
/// <param name="linesEach">The average number of lines of a contract that has any.</param>
internal sealed class MarketShape(double linesEach)
{
    private const int Types = 3_000;
    private const int Ships = 400;
    private const int Blueprints = 900;
    private const int GroupSize = 8;
    private static readonly string[] Syllables = ["ra", "ven", "ro", "kh", "tal", "os", "mor", "ix", "ze", "lan", "dra", "kan", "ith", "ul", "bar", "che"];

    /// <summary>
    /// A type. Types 1 to 400 are ships, the next 900 are blueprints, the rest are anything else; a group has eight types.
    /// </summary>
    public static EsiType Type(TypeId id) => new(id, NameOf(id.Value), new GroupId(1 + (id.Value / GroupSize)), null, true, 10);

    public static string NameOf(int type)
    {
        var random = new Random(type);
        return $"{char.ToUpperInvariant((char)('a' + (type % 26)))}{string.Concat(Enumerable.Range(0, 3).Select(_ => Syllables[random.Next(Syllables.Length)]))} {type}";
    }

    public static CategoryId CategoryOf(GroupId group) => ((group.Value - 1) * GroupSize) switch
    {
        < Ships => CategoryId.Ship,
        < Ships + Blueprints => new CategoryId(9),
        var type => new CategoryId(20 + (type % 18)),
    };

    public static SolarSystem System(SystemId id) =>
        new(id, LocalisedName.English($"System {id}"), SecurityStatus.Of(((id.Value % 21) - 10) / 10.0));

    public static Location Station(LocationId id) =>
        Location.Known(id, $"System {id.Value % 100} IV - Moon {id.Value % 7} - Trade Hub", new SystemId(30_000_000 + (int)(id.Value % 60)), DateTimeOffset.UnixEpoch);

    public (ListedContract Row, IReadOnlyList<ContractLine> Lines) Contract(ContractId id, DateTimeOffset now)
    {
        var random = new Random((int)id.Value);
        var type = random.NextDouble() switch { < 0.72 => ContractType.ItemExchange, < 0.80 => ContractType.Auction, _ => ContractType.Courier };
        var row = Row(id, type, random, now);
        return (row, type.BearsLines() ? Lines(id, random) : []);
    }

    private static ListedContract Row(ContractId id, ContractType type, Random random, DateTimeOffset now)
    {
        var isCourier = type == ContractType.Courier;
        return new ListedContract
        {
            Id = id,
            Type = type,
            IssuerId = new CharacterId(90_000_000 + random.Next(8_000)),
            IssuerCorporationId = new CorporationId(98_000_000 + random.Next(3_000)),
            Title = random.Next(3) == 0 ? $"{NameOf(1 + random.Next(Types))} number {random.Next(100_000)}" : null,
            StartLocationId = new LocationId(60_003_760 + random.Next(100)),
            EndLocationId = isCourier ? new LocationId(60_003_760 + random.Next(100)) : null,
            Price = isCourier ? null : Amount(random, 1e6, 1e10),
            Buyout = type == ContractType.Auction ? Amount(random, 1e8, 1e11) : null,
            Reward = isCourier ? Amount(random, 1e5, 1e9) : null,
            Collateral = isCourier ? Amount(random, 1e7, 1e10) : null,
            DaysToComplete = isCourier ? random.Next(1, 15) : null,
            Volume = random.Next(1, 500_000),
            DateIssued = now.AddDays(-random.NextDouble() * 14),
            DateExpired = now.AddDays(7 + (random.NextDouble() * 14)),
        };
    }

    /// <summary>
    /// The lines of a contract: one line in seven of ten contracts. All blueprint copies of a contract have the same efficiencies and runs.
    /// </summary>
    private List<ContractLine> Lines(ContractId contract, Random random)
    {
        var sells = random.NextDouble() switch { < 0.17 => 0, < 0.60 => 1, _ => 2 };
        var isOriginal = random.Next(12) == 0;
        var efficiency = random.NextDouble() switch { < 0.6 => 10, < 0.92 => 8 + random.Next(2), _ => random.Next(8) };
        var runs = random.NextDouble() switch { < 0.12 => 200 + random.Next(400), < 0.8 => 10 + random.Next(190), _ => 1 + random.Next(9) };
        var lines = random.NextDouble() < 0.7 ? 1 : 1 + (int)(((linesEach - 1) / 0.3) * -Math.Log(1 - random.NextDouble()));
        return [.. Enumerable.Range(1, lines).Select(line =>
        {
            var type = sells switch
            {
                0 when line == 1 => 1 + random.Next(Ships),
                1 => Ships + random.Next(Blueprints),
                _ => Ships + Blueprints + random.Next(Types - Ships - Blueprints),
            };
            var isCopy = sells == 1 && !isOriginal;
            return new ContractLine(
                contract, (contract.Value * 1000) + line, new TypeId(type), random.Next(1, 100), isIncluded: true, isCopy,
                isCopy ? runs : null, isCopy ? efficiency : null, isCopy ? 2 * efficiency : null, random.NextInt64(1, 1L << 40));
        })];
    }

    /// <summary>A random amount that is as likely to be in one power of ten as in another.</summary>
    private static decimal Amount(Random random, double least, double most) =>
        Math.Round((decimal)(least * Math.Pow(most / least, random.NextDouble())), 2);
}
