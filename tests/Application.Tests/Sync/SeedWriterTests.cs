using HangarBay.Application.Market;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Sync;

/// <summary>Which data is taken from an archive, and which is left to ESI.</summary>
public sealed class SeedWriterTests
{
    private static readonly RegionId OtherRegion = new(10_000_043);
    private static readonly RegionId OutsideOfTheMarket = new(12_000_001);

    private readonly Stored<Contract> _contracts = new Stored<Contract>().Telling<ContractId>();
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>().Running<(int, List<Surprise>)>();
    private readonly MarketOptions _options = new();
    private readonly RowBatches _batches = new();
    private readonly List<SyncProgress> _progress = [];
    private readonly List<SeededContract> _rows = [];
    private readonly List<SeededLines> _lines = [];
    private readonly List<SeededBids> _bids = [];

    [Fact]
    public async Task Contracts_are_listed_in_their_regions()
    {
        Row(1, TheForge);
        Row(2, OtherRegion);
        Row(3, TheForge);

        Assert.Equal(new SeedResult.Seeded(3, 0, 0), await WriteAsync());
        await ReceivedListing(TheForge, 1, 3);
        await ReceivedListing(OtherRegion, 2);
    }

    [Fact]
    public async Task Expired_contracts_are_left_out_and_not_put_into_quarantine()
    {
        Row(1, TheForge, row => row with { DateExpired = Noon });
        Row(2, TheForge, row => row with { DateExpired = Noon.AddSeconds(1) });

        Assert.Equal(new SeedResult.Seeded(1, 0, 0), await WriteAsync());
        await ReceivedListing(TheForge, 2);
    }

    [Fact]
    public async Task Contracts_of_regions_outside_of_the_market_are_left_out()
    {
        Row(1, OutsideOfTheMarket);

        Assert.Equal(new SeedResult.Seeded(0, 0, 0), await WriteAsync());
    }

    [Fact]
    public async Task Where_regions_are_configured_contracts_of_all_others_are_left_out()
    {
        _options.Regions = "10000043";
        Row(1, TheForge);
        Row(2, OtherRegion);

        Assert.Equal(new SeedResult.Seeded(1, 0, 0), await WriteAsync());
        await ReceivedListing(OtherRegion, 2);
    }

    [Fact]
    public async Task Contracts_that_are_there_already_are_left_alone()
    {
        Row(1, TheForge);
        Row(2, TheForge);
        AddStored(1);

        Assert.Equal(new SeedResult.Seeded(1, 0, 0), await WriteAsync());
        await ReceivedListing(TheForge, 2);
    }

    [Fact]
    public async Task A_contract_that_the_archive_has_twice_counts_once()
    {
        Row(1, TheForge);
        Row(1, TheForge);

        Assert.Equal(1, (await WriteAsync()).Contracts);
    }

    [Fact]
    public async Task A_row_with_a_flaw_is_set_aside()
    {
        Row(1, TheForge, row => row with { Volume = -1 });
        Row(2, TheForge);

        Assert.Equal(new SeedResult.Seeded(1, 0, 1), await WriteAsync());
        Assert.Equal(new Surprise("contract 1", "The volume is negative."), Assert.Single(_batches.Surprises));
    }

    [Fact]
    public async Task A_contract_of_an_unknown_type_is_kept_and_reported()
    {
        _rows.Add(new SeededContract(AListedContract() with { Id = new ContractId(1) }, TheForge, UnknownType: true));

        Assert.Equal(new SeedResult.Seeded(1, 0, 1), await WriteAsync());
        Assert.Equal("The contract's type is unknown; it was kept as unknown.", Assert.Single(_batches.Surprises).Reason);
    }

    [Fact]
    public async Task Pending_contracts_get_their_lines()
    {
        var waiting = AddStored(1);
        Lines(1, Known.Rokh);

        Assert.Equal(new SeedResult.Seeded(0, 1, 0), await WriteAsync());
        Assert.Equal(LinesState.Read, waiting.LinesState);
    }

    [Fact]
    public async Task Lines_of_contracts_that_do_not_wait_for_any_are_left_alone()
    {
        AddStored(1).Close(Noon);
        AddStored(2).TakeLines([new ContractLine(new ContractId(2), 1, Known.Rokh, 1, isIncluded: true)], Known.Catalogue);
        Lines(1, Known.Mystery);
        Lines(2, Known.Mystery);
        Lines(3, Known.Mystery);

        Assert.Equal(new SeedResult.Seeded(0, 0, 0), await WriteAsync());
    }

    [Fact]
    public async Task Lines_of_an_unknown_type_are_stored_too()
    {
        AddStored(1);
        Lines(1, Known.Mystery);

        Assert.Equal(new SeedResult.Seeded(0, 1, 0), await WriteAsync());
        Assert.Equal([Known.Mystery], _market.Met);
    }

    [Fact]
    public async Task Malformed_lines_are_set_aside_and_the_others_are_stored()
    {
        AddStored(1);
        AddStored(2);
        _lines.Add(new SeededLines(new ContractId(1), [new ContractLine(new ContractId(2), 1, Known.Rokh, 1, isIncluded: true)]));
        Lines(2, Known.Rokh);

        Assert.Equal(new SeedResult.Seeded(0, 1, 1), await WriteAsync());
        Assert.Equal(new Surprise("items of contract 1", "A line of another contract."), Assert.Single(_batches.Surprises));
    }

    [Fact]
    public async Task Auctions_without_bids_get_them_from_the_archive_and_are_due_at_once()
    {
        var auction = AnAuction(1);
        _bids.Add(new SeededBids(auction.Id, [new AuctionBid(auction.Id, 1, Isk.Of(100), Noon)]));

        await WriteAsync();

        Assert.Equal((1, Isk.Of(100), Noon), (auction.BidCount, auction.CurrentBid, auction.BidsNextAttemptAt));
    }

    [Fact]
    public async Task Bids_that_were_read_are_newer_than_the_archive()
    {
        var auction = AnAuction(1);
        auction.TakeBids([], Noon.AddHours(1));
        _bids.Add(new SeededBids(auction.Id, [new AuctionBid(auction.Id, 1, Isk.Of(100), Noon)]));

        await WriteAsync();

        Assert.Equal((0, Noon.AddHours(1)), (auction.BidCount, auction.BidsNextAttemptAt));
    }

    [Fact]
    public async Task Progress_is_reported_and_never_exceeds_the_whole()
    {
        Row(1, TheForge);
        for (var id = 2; id <= 3; id++)
        {
            AddStored(id);
            Lines(id, Known.Rokh);
        }

        await WriteAsync();

        Assert.Equal([new(SyncPhase.Seeding, 0, 1), new(SyncPhase.Seeding, 2, 2)], _progress);
    }

    [Fact]
    public async Task Lines_that_are_refused_are_set_aside_once_however_often_the_change_is_tried()
    {
        AddStored(1);
        _lines.Add(new SeededLines(new ContractId(1), [new ContractLine(new ContractId(9), 1, Known.Rokh, 1, isIncluded: true)]));
        _market.Writer.ChangeAsync(Arg.Any<Func<IMarketChange, CancellationToken, Task<(int, List<Surprise>)>>>(), Arg.Any<CancellationToken>()).Returns(async call =>
        {
            await call.Arg<Func<IMarketChange, CancellationToken, Task<(int, List<Surprise>)>>>()(_market.Change, default);
            return await call.Arg<Func<IMarketChange, CancellationToken, Task<(int, List<Surprise>)>>>()(_market.Change, default);
        });

        Assert.Equal(1, (await WriteAsync()).SetAside);
    }

    private void Row(long id, RegionId region, Func<ListedContract, ListedContract>? with = null)
    {
        var row = AListedContract() with { Id = new ContractId(id) };
        _rows.Add(new SeededContract(with is null ? row : with(row), region, UnknownType: false));
    }

    private Contract AddStored(long id)
    {
        _contracts.Add(AContract().With(row => row with { Id = new ContractId(id) }).Listed());
        _market.Pending.Add(_contracts[^1]);
        return _contracts[^1];
    }

    private Contract AnAuction(long id)
    {
        _market.Auctions.Add(AContract(ContractType.Auction).With(row => row with { Id = new ContractId(id) }).Listed());
        return _market.Auctions[^1];
    }

    private void Lines(long id, TypeId type) =>
        _lines.Add(new SeededLines(new ContractId(id), [new ContractLine(new ContractId(id), 1, type, 1, isIncluded: true)]));

    private Task ReceivedListing(RegionId region, params long[] ids) => _market.Change.Received(1).ListAsync(
        region, Arg.Is<IReadOnlyCollection<ListedContract>>(rows => rows!.Select(row => row.Id.Value).SequenceEqual(ids)), null, Arg.Any<CancellationToken>());

    private Task<SeedResult.Seeded> WriteAsync()
    {
        var archive = Substitute.For<ISeedArchive>();
        archive.ContractsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(_rows));
        archive.LinesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(_lines));
        archive.BidsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(_bids));
        var progress = Substitute.For<IProgress<SyncProgress>>();
        progress.When(told => told.Report(Arg.Any<SyncProgress>())).Do(call => _progress.Add(call.Arg<SyncProgress>()));
        var time = new FakeTimeProvider(Noon);
        return new SeedWriter(_contracts.Reading, _market.Writer, Options.Create(_options), time)
            .WriteAsync(archive, _batches, progress, default);
    }
}
