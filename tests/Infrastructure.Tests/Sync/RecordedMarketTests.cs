using HangarBay.Application.Sync;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Two recorded regions, replayed on both engines. Both databases must have the same rows, and none twice.</summary>
public sealed class RecordedMarketTests(RecordedMarketTests.Market market) : IClassFixture<RecordedMarketTests.Market>
{
    [SkippableFact]
    public void Every_recorded_contract_is_stored()
    {
        Assert.All(market.Ready, engine => Assert.Equal("2000 new, 0 closed, 0 changed, 0 unchanged, 0 quarantined", engine.First.ToString()));
        Assert.All(market.Ready, engine => Assert.Equal((2000, 0), (engine.AfterFirst.CountOf("contracts"), engine.First.ContractsMissed)));
        Assert.All(market.Ready, engine => Assert.True(engine.AfterFirst.CountOf("contract_lines") > 2000));
    }

    [SkippableFact]
    public void Both_engines_hold_the_same_rows()
    {
        var engines = market.Ready;
        Skip.If(engines.Count < 2, "Only one engine is available.");
        Assert.Empty(engines[0].AfterFirst.DifferencesTo(engines[1].AfterFirst));
        Assert.Empty(engines[0].AfterDrop.DifferencesTo(engines[1].AfterDrop));
    }

    [SkippableFact]
    public void Every_station_has_a_name_and_no_structure_has()
    {
        Assert.All(market.Ready, engine => Assert.Contains(engine.Locations, location => !location.Id.IsStation));
        Assert.All(market.Ready, engine => Assert.All(engine.Locations, location => Assert.Equal(location.Id.IsStation, location.Name is not null)));
    }

    [SkippableFact]
    public void Every_type_has_a_name_and_a_category()
    {
        Assert.All(market.Ready, engine => Assert.NotEmpty(engine.Types));
        Assert.All(market.Ready, engine => Assert.All(engine.Types, type => Assert.NotNull(type.Name)));
        Assert.All(market.Ready, engine => Assert.All(engine.Types, type => Assert.NotNull(type.CategoryId)));
    }

    [SkippableFact]
    public void A_second_sync_finds_two_thousand_unchanged_and_writes_nothing()
    {
        Assert.All(market.Ready, engine => Assert.Equal("0 new, 0 closed, 0 changed, 2000 unchanged, 0 quarantined", engine.Second.ToString()));
        Assert.All(market.Ready, engine => Assert.Empty(engine.AfterFirst.DifferencesTo(engine.AfterSecond)));
    }

    [SkippableFact]
    public void After_ten_were_dropped_exactly_ten_are_closed()
    {
        Assert.All(market.Ready, engine => Assert.Equal(market.Dropped, engine.GoneEarly));
        Assert.All(market.Ready, engine => Assert.Equal((0, 0), (engine.Third.New, engine.Third.Changed)));
    }

    /// <summary>Databases on both engines, synced with one sandbox at the same instants; empty where there is no recording.</summary>
    public sealed class Market : IAsyncLifetime
    {
        private readonly List<Engine> _engines = [];

        internal IReadOnlyList<Engine> Ready
        {
            get
            {
                Skip.If(Esi.RecordedData.Folder is null, "There is no recorded data; HANGARBAY_RECORDED_DATA names its folder.");
                return _engines;
            }
        }

        internal IReadOnlyList<long> Dropped { get; private set; } = [];

        public async Task InitializeAsync()
        {
            if (Esi.RecordedData.Folder is null) return;
            await RunAsync(new Engine(DatabaseProvider.Sqlite));
            try
            {
                await RunAsync(new Engine(DatabaseProvider.Postgres));
            }
            catch (SkipException)
            {
                // Without PostgreSQL only the other engine is tested.
            }
        }

        public async Task DisposeAsync()
        {
            foreach (var engine in _engines) await engine.DisposeAsync();
        }

        private async Task RunAsync(Engine engine)
        {
            await engine.InitializeAsync();
            _engines.Add(engine);
            Dropped = await engine.RunAsync();
        }
    }

    internal sealed class Engine(DatabaseProvider provider) : SyncTest(provider)
    {
        private static readonly RegionId[] Regions = [new(10000002), new(10000043)];

        public SyncSummary First { get; private set; } = null!;

        public SyncSummary Second { get; private set; } = null!;

        public SyncSummary Third { get; private set; } = null!;

        public Dump AfterFirst { get; private set; } = null!;

        public Dump AfterSecond { get; private set; } = null!;

        public Dump AfterDrop { get; private set; } = null!;

        public IReadOnlyList<Location> Locations { get; private set; } = [];

        public IReadOnlyList<ItemType> Types { get; private set; } = [];

        public IReadOnlyList<long> GoneEarly { get; private set; } = [];

        protected override SandboxOptions World => new() { RecordedDirectory = Infrastructure.Tests.Esi.RecordedData.Folder };

        /// <returns>The ids that were dropped.</returns>
        public async Task<IReadOnlyList<long>> RunAsync()
        {
            First = await SyncAsync(default, Regions);
            AfterFirst = await DumpAsync();
            Locations = await QueryAsync(context => context.Set<Location>().ToListAsync());
            Types = await QueryAsync(context => context.Set<ItemType>().ToListAsync());
            Second = await SyncAsync(default, Regions);
            AfterSecond = await DumpAsync();
            Clock.Advance(NextGeneration);
            var dropped = Esi.Market.Drop(Forge, [.. Listed.Skip(500).Take(10)]);
            Third = await SyncAsync(default, Regions);
            AfterDrop = await DumpAsync();
            GoneEarly = [.. (await ContractsAsync()).Where(contract => contract.Closure == ClosureEvidence.GoneEarly).Select(contract => contract.Id.Value)];
            return dropped;
        }
    }
}
