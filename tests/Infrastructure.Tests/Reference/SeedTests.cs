using HangarBay.Application.Sync;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Persistence;
using HangarBay.Infrastructure.Tests.Reference.Given;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class SeedOnSqlite() : SeedBehaviour(DatabaseProvider.Sqlite);

public sealed class SeedOnPostgres() : SeedBehaviour(DatabaseProvider.Postgres);

/// <summary>A database without contracts starts from an archive. There is no ESI, because the catalogue is imported.</summary>
public abstract class SeedBehaviour(DatabaseProvider provider) : ReferenceTest(provider)
{
    private const int Tritanium = 34;
    private const int NeverHeardOf = 999_999;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Market:Seed"] = "everef";
    }

    [SkippableFact]
    public async Task Contracts_come_with_their_lines_and_what_is_derived_from_them()
    {
        await GivenCatalogueAsync();

        var result = await SeedAsync(new SeedArchive()
            .Contract(1, ("title", "\"Rokh, \"\"fitted\"\"\""), ("for_corporation", "true"))
            .Contract(2, ("type", "courier"), ("price", "0.0"), ("reward", "1.0E7"), ("collateral", "1.234567890123E9"), ("days_to_complete", "3"), ("volume", "0.1"))
            .Contract(3, ("price", "0"), ("reward", "5.0"))
            .Line(1, 11, 24688, ("item_id", "1040000000001"))
            .Line(1, 12, Tritanium, ("is_blueprint_copy", "true"), ("runs", "10"), ("material_efficiency", "9"), ("time_efficiency", "18"))
            .Line(3, 31, Tritanium, ("is_included", "false"), ("quantity", "5000")));

        Assert.Equal(new SeedResult.Seeded(3, 2, 0), result);
        var contracts = await ContractsAsync();
        Assert.All(contracts, contract => Assert.Equal(contract.DateIssued, contract.FirstSeenAt));
        Assert.Equal(("Rokh, \"fitted\"", true, 285_000_000m, "Rokh"), (contracts[0].Title, contracts[0].ForCorporation, contracts[0].Price!.Value.Amount, contracts[0].ShipName));
        Assert.Equal([(11L, 1040000000001L, null), (12L, null, 10)], contracts[0].Lines.OrderBy(line => line.RecordId).Select(line => (line.RecordId, line.ItemId, line.Runs)));
        Assert.Equal((10_000_000m, 1_234_567_890.12m, 3, LinesState.None), (contracts[1].Reward!.Value.Amount, contracts[1].Collateral!.Value.Amount, contracts[1].DaysToComplete, contracts[1].LinesState));
        Assert.Equal((true, null, 5m), (contracts[2].IsWantToBuy, contracts[2].Price?.Amount, contracts[2].Reward!.Value.Amount));
        Assert.Empty(await AllAsync<RegionCoverage>());
    }

    [SkippableFact]
    public async Task Lines_are_stored_completely_or_not_at_all()
    {
        await GivenCatalogueAsync();

        var result = await SeedAsync(new SeedArchive()
            .Contract(1).Contract(2).Contract(3).Contract(4).Contract(5)
            .Line(1, 11).Line(2, 21).Line(3, 31).Line(1, 12, Tritanium)
            .Line(2, 22, Tritanium, ("quantity", "many"))
            .Line(3, 32, NeverHeardOf)
            .Line(4, 41).Line(4, 41)
            .Line(1, 13, Tritanium));

        Assert.Equal(new SeedResult.Seeded(5, 2, 2), result);
        var contracts = await ContractsAsync();
        Assert.Equal([3, 0, 2, 0, 0], contracts.Select(contract => contract.Lines.Count));
        Assert.All(contracts.Where(contract => contract.Lines.Count == 0), contract => Assert.Equal((LinesState.Pending, null), (contract.LinesState, contract.LinesNextAttemptAt)));
        Assert.Equal(["contract 2 in contract_items.csv", "items of contract 4"], await SurprisesAsync());
        Assert.Equal(NeverHeardOf, Assert.Single(await AllAsync<ItemType>(), type => type.Name is null).Id.Value);
    }

    [SkippableFact]
    public async Task A_line_without_a_readable_contract_id_makes_the_lines_of_every_contract_doubtful()
    {
        await GivenCatalogueAsync();

        var result = await SeedAsync(new SeedArchive().Contract(1).Line(1, 11).Spoil("contract_items.csv", ",true,,,1,12,,,34,,"));

        Assert.Equal(new SeedResult.Seeded(1, 0, 1), result);
        Assert.Equal(LinesState.Pending, Assert.Single(await ContractsAsync()).LinesState);
    }

    [SkippableFact]
    public async Task Expired_contracts_and_those_outside_the_covered_market_are_left_out()
    {
        Settings["Market:Regions"] = "10000002,14000001";
        await GivenCatalogueAsync();

        await SeedAsync(new SeedArchive()
            .Contract(1).Contract(2, ("date_expired", "2026-11-20T17:00:00Z")).Contract(3, ("region_id", "10000043")));

        Assert.Equal([1L], (await ContractsAsync()).Select(contract => contract.Id.Value));
    }

    [SkippableFact]
    public async Task Malformed_rows_are_set_aside_and_stop_no_other()
    {
        await GivenCatalogueAsync();

        var result = await SeedAsync(new SeedArchive()
            .Contract(1, ("price", "cheap")).Contract(2, ("price", "-1")).Contract(3, ("issuer_id", "")).Contract(4, ("type", "lease"))
            .Spoil("contracts.csv", "too,short").Contract(5));

        Assert.Equal(new SeedResult.Seeded(2, 0, 5), result);
        Assert.Equal([(4L, ContractType.Unknown), (5L, ContractType.ItemExchange)], (await ContractsAsync()).Select(contract => (contract.Id.Value, contract.Type)));
    }

    [SkippableFact]
    public async Task An_auction_knows_its_bids_as_they_stood_and_may_be_asked_for_newer_ones_at_once()
    {
        await GivenCatalogueAsync();

        await SeedAsync(new SeedArchive()
            .Contract(1, ("type", "auction"), ("buyout", "9.0E8")).Contract(2, ("type", "auction")).Contract(3)
            .Bid(1, 101, "1.0E8").Bid(3, 301, "5").Bid(1, 102, "2.0E8"));

        var contracts = await ContractsAsync();
        Assert.Equal((200_000_000m, 2, Clock.GetUtcNow()), (contracts[0].CurrentBid!.Value.Amount, contracts[0].BidCount, contracts[0].BidsNextAttemptAt));
        Assert.All(contracts.Skip(1), contract => Assert.Null(contract.BidCount));
        Assert.Equal(2, (await AllAsync<AuctionBid>()).Count);
    }

    [SkippableFact]
    public async Task Files_may_stand_in_any_order()
    {
        await GivenCatalogueAsync();
        var archive = new SeedArchive().Contract(1).Line(1, 11);
        archive.Order.Reverse();

        Assert.Equal(new SeedResult.Seeded(1, 1, 0), await SeedAsync(archive));
    }

    [SkippableFact]
    public async Task A_database_is_seeded_once()
    {
        await GivenCatalogueAsync();
        await SeedAsync(new SeedArchive().Contract(1));
        Host.Put("seed.tar.bz2", new SeedArchive().Contract(2).ToBytes());

        Assert.IsType<SeedResult.NotNeeded>(await SendAsync(new SeedMarket()));
        Assert.Single(await ContractsAsync());
        Assert.Single(Host.Asked);
    }

    [SkippableFact]
    public async Task A_database_with_contracts_of_its_own_or_a_swept_region_is_not_seeded()
    {
        await GivenCatalogueAsync();
        await GivenAsync(ContractSamples.Exchange(7));
        Assert.IsType<SeedResult.NotNeeded>(await SendAsync(new SeedMarket()));

        await QueryAsync(context => context.Set<Contract>().ExecuteDeleteAsync());
        var coverage = RegionCoverage.Of(new RegionId(10000002));
        coverage.Complete(Clock.GetUtcNow(), [], 0, new SweepSchedule(Clock.GetUtcNow(), null, Clock.GetUtcNow()));
        await GivenAsync(coverage);
        Assert.IsType<SeedResult.NotNeeded>(await SendAsync(new SeedMarket()));
        Assert.Empty(Host.Asked);
    }

    [SkippableFact]
    public async Task Seeding_that_was_cut_off_goes_on_and_takes_nothing_back()
    {
        await GivenCatalogueAsync();
        var archive = new SeedArchive();
        for (var id = 1; id <= 1_500; id++) archive.Contract(id).Line(id, id * 10);
        Host.Put("seed.tar.bz2", archive.ToBytes());
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(new SeedMarket { Progress = new StopWhen(stop, progress => progress.Done > 0) }, stop.Token));
        var half = await ContractsAsync();
        var result = await SendAsync(new SeedMarket());

        Assert.Equal(1_000, half.Count(contract => contract.LinesState == LinesState.Read));
        Assert.Equal(new SeedResult.Seeded(0, 500, 0), result);
        Assert.All(await ContractsAsync(), contract => Assert.Equal((LinesState.Read, 1), (contract.LinesState, contract.Lines.Count)));
        Assert.NotNull((await RecordOfAsync(ImportKind.Seed))!.ImportedAt);
    }

    [SkippableTheory]
    [InlineData("nowhere")]
    [InlineData("no archive")]
    [InlineData("cut")]
    [InlineData("no contracts")]
    [InlineData("bomb")]
    public async Task An_unusable_archive_is_reported_and_the_market_is_read_from_ESI(string kind)
    {
        if (kind == "bomb") Settings["Reference:MaxUnpackedBytes"] = "100000";
        await GivenCatalogueAsync();
        var archive = new SeedArchive().Contract(1, ("title", new string('x', kind == "bomb" ? 200_000 : 1)));
        if (kind == "no contracts") archive.Order.Remove("contracts.csv");
        var bytes = archive.ToBytes();
        if (kind == "no archive") bytes = "<html></html>"u8.ToArray();
        if (kind == "cut") bytes = bytes[..(bytes.Length / 2)];
        if (kind != "nowhere") Host.Put("seed.tar.bz2", bytes);

        var failed = Assert.IsType<SeedResult.Failed>(await SendAsync(new SeedMarket()));

        Assert.StartsWith(Host.BaseUrl, failed.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(await ContractsAsync());
    }

    [SkippableTheory]
    [InlineData("everef")]
    [InlineData("http://elsewhere.invalid/seed.tar.bz2")]
    public async Task A_sandboxs_database_takes_no_contracts_from_elsewhere(string seed)
    {
        Settings["Market:Seed"] = seed;
        await GivenAsync(new MarketState("sandbox: one"));

        await Assert.ThrowsAsync<SourceRefusedException>(() => SendAsync(new SeedMarket()));
        Assert.Empty(Host.Asked);
    }

    [SkippableFact]
    public async Task A_sandboxs_database_takes_contracts_from_that_sandbox_or_a_file()
    {
        Settings["Esi:BaseUrl"] = Host.BaseUrl;
        Settings["Market:Seed"] = Host.Put("mine.tar.bz2", new SeedArchive { Datasource = "sandbox" }.Contract(1).ToBytes());
        Host.MarksItselfAsSandbox = true;
        await GivenAsync(new MarketState("sandbox: one"));

        Assert.IsType<SeedResult.Seeded>(await SendAsync(new SeedMarket()));
    }

    [SkippableTheory]
    [InlineData(true, "tranquility")]
    [InlineData(false, "sandbox")]
    public async Task Real_contracts_are_not_mixed_with_a_sandboxs(bool marked, string datasource)
    {
        Host.MarksItselfAsSandbox = marked;
        Settings["Market:Seed"] = Host.Put("seed.tar.bz2", new SeedArchive { Datasource = datasource }.Contract(1).ToBytes());
        await GivenAsync(new MarketState("live"));

        await Assert.ThrowsAsync<SourceRefusedException>(() => SendAsync(new SeedMarket()));
        Assert.Empty(await ContractsAsync());
    }

    [SkippableFact]
    public async Task Specifications_find_the_known_and_the_pending_contracts()
    {
        await GivenAsync(ContractSamples.Exchange(1), ContractSamples.WithLines(2), ContractSamples.Auction(3), ContractSamples.WithBids(4), ContractSamples.Closed(5));
        ContractId[] ids = [new(1), new(2), new(3), new(4), new(5), new(6)];

        Assert.Equal([1L, 2, 3, 4, 5], await IdsAsync(contracts => contracts.Apply(new KnownContracts(ids)).Select(id => id.Value)));
        Assert.Equal([1L, 3, 4], await IdsAsync(contracts => contracts.Apply(new WaitingForLines(ids)).Select(id => id.Value)));
        Assert.Single(await QueryAsync(context => context.Set<Contract>().Apply(new AnyContract()).ToListAsync()));
        Assert.Empty(await QueryAsync(context => context.Set<RegionCoverage>().Apply(new AnySweptRegion()).ToListAsync()));
    }

    private async Task<List<long>> IdsAsync(Func<IQueryable<Contract>, IQueryable<long>> query) =>
        [.. (await QueryAsync(context => query(context.Set<Contract>()).ToListAsync())).Order()];

    private async Task GivenCatalogueAsync()
    {
        await GivenAsync(new MarketState("live"));
        await ImportWellAsync(StaticDataExport.OfBuild(1));
    }

    private async Task<SeedResult> SeedAsync(SeedArchive archive)
    {
        Host.Put("seed.tar.bz2", archive.ToBytes());
        return await SendAsync(new SeedMarket());
    }

    private async Task<List<Contract>> ContractsAsync() => await QueryAsync(context =>
        context.Set<Contract>().AsNoTracking().Include(contract => contract.Lines).OrderBy(contract => contract.Id).ToListAsync());

    private async Task<List<string>> SurprisesAsync() => [.. (await AllAsync<QuarantineEntry>()).Select(entry => entry.Subject).Order(StringComparer.Ordinal)];

    private sealed class StopWhen(CancellationTokenSource stop, Func<SyncProgress, bool> when) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value)
        {
            if (when(value)) stop.Cancel();
        }
    }
}
