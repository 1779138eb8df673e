using HangarBay.EsiSandbox.Engine.Facts;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The invented world.</summary>
internal sealed class GeneratedSource(SandboxOptions options, IContractMaker maker, Timeline timeline, People people) : IContractSource
{
    private readonly Almanac _almanac = new(timeline, maker.RegionOf);

    public string Identity { get; } = FormattableString.Invariant($"generated seed={options.Seed} contracts={options.Contracts}")
        + (options.ShapeOrDefault == MarketShape.Demo ? " shape=demo" : "");

    public IReadOnlyList<int> Regions { get; } = [.. EmbeddedTables.MarketShares.Select(r => r.RegionId).Order()];

    public IEnumerable<long> Live(int region, DateTimeOffset instant) => _almanac.LiveAt(region, instant).Select(life => life.Id);

    public ContractTerms? Find(long id) => timeline.Find(id) is { } life ? maker.Make(life) : null;

    public IEnumerable<(long Id, int Region)> Structures => Regions.SelectMany(region => Places.Structures(region).Select(id => (id, region)));

    public IReadOnlyList<Line> Lines(ContractTerms contract) => contract.Lines ?? [];

    public IReadOnlyList<Bid> Bids(ContractTerms contract) => InventedBids.On(contract, options.Seed);

    public (string Category, string Name)? NameOf(long id) => people.Find(id);
}
