using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Market;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The contracts of a demo, with the facts that they refer to.</summary>
public abstract class DemoTest
{
    protected const int Ship = 6;
    protected static readonly DateTimeOffset Start = new(2026, 11, 20, 17, 0, 0, TimeSpan.Zero);

    private protected static Sandbox Demo(int contracts = 2000, long seed = 1, TimeProvider? time = null) =>
        Sandbox.Create(new() { Contracts = contracts, Seed = seed, Shape = MarketShape.Demo }, time ?? new FakeTimeProvider(Start));

    private protected static ContractTerms[] All(Sandbox sandbox) =>
        [.. sandbox.Market.Regions.SelectMany(region => sandbox.Market.Current(region)!.Contracts)];

    private protected static IEnumerable<(TypeFact Type, Line Line)> Offered(Sandbox sandbox, ContractTerms contract) =>
        sandbox.Market.Lines(contract).Where(line => line.Included).Select(line => (sandbox.Catalogue.Types[line.TypeId], line));

    private protected static bool OffersShip(Sandbox sandbox, ContractTerms contract) =>
        Offered(sandbox, contract).Any(offer => sandbox.Catalogue.CategoryOf(offer.Type) == Ship);
}
