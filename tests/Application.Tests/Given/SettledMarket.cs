using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Following;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Given;

/// <summary>
/// A market in memory as readers find it, half a minute past noon. It has no closed contracts, because a loaded market has none.
/// </summary>
internal sealed class SettledMarket
{
    public DateTimeOffset Now { get; set; } = Noon.AddSeconds(30);

    public DateTimeOffset? ChangedAt { get; set; } = Noon.AddHours(-1);

    public string? Source { get; init; } = "live";

    public List<Contract> Contracts { get; } = [];

    /// <summary>Every region that was ever swept or tried.</summary>
    public List<RegionCoverage> Coverages { get; init; } = [];

    public List<ItemType> Types { get; init; } = [];

    public List<ItemGroup> Groups { get; init; } = [];

    public List<ItemCategory> Categories { get; init; } = [];

    public List<Region> Regions { get; init; } = [];

    public List<SolarSystem> Systems { get; init; } = [];

    public List<Location> Places { get; init; } = [];

    public List<Character> Characters { get; init; } = [];

    public List<Corporation> Corporations { get; init; } = [];

    /// <summary>The pin that a request would take now.</summary>
    public MarketPin Pin
    {
        get
        {
            var pin = new MarketPin(null!);
            pin.Take(new PinnedMarket(View, TimeSpan.FromSeconds(30)));
            return pin;
        }
    }

    public MarketView View => new(Publish(), MarketInstant.Of(Now, ChangedAt));

    public void Add(params IEnumerable<ContractBuilder> contracts) => Contracts.AddRange(contracts.Select(contract => contract.In(TheForge)));

    public void Add(params IEnumerable<Contract> contracts) => Contracts.AddRange(contracts);

    public LiveMarket Publish()
    {
        var memory = new MarketMemory();
        Types.ForEach(memory.Name);
        Groups.ForEach(memory.Name);
        Categories.ForEach(memory.Name);
        Regions.ForEach(memory.Name);
        Systems.ForEach(memory.Name);
        Places.ForEach(memory.Name);
        memory.Take(Contracts.Where(contract => contract.ClosedAt is null));
        Characters.ForEach(memory.Name);
        Corporations.ForEach(memory.Name);
        return memory.Publish(
            new MarketVersion(7, 0x5EED, 3, ChangedAt, IsSettled: true), Source,
            [.. Coverages.OrderBy(coverage => coverage.Id).Select(coverage => new TriedRegion(coverage.Id, coverage.AsOf, coverage.Version))]);
    }
}
