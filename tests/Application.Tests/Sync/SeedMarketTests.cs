using HangarBay.Application.Abstractions;
using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>When a database is started from an archive. <see cref="SeedWriterTests"/> tests what is taken from it.</summary>
public sealed class SeedMarketTests
{
    private readonly ISeedArchives _archives = Substitute.For<ISeedArchives>();
    private readonly ISeedArchive _archive = Substitute.For<ISeedArchive>();
    private readonly Stored<ReferenceImport> _imports = new Stored<ReferenceImport>().KeyedBy(import => import.Kind);
    private readonly Stored<MarketState> _state = [new MarketState("live")];
    private readonly Stored<Contract> _contracts = new Stored<Contract>().Telling<ContractId>().TellingFirst<ContractId?>();
    private readonly Stored<RegionCoverage> _coverages = new Stored<RegionCoverage>().TellingFirst<RegionId?>();
    private readonly Stored<QuarantineEntry> _quarantine = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>().Running<bool>();
    private readonly IDatabaseFaults _faults = Substitute.For<IDatabaseFaults>();
    private readonly MarketOptions _options = new() { Seed = "everef" };

    public SeedMarketTests()
    {
        _archives.OpenAsync(Arg.Any<string>(), Arg.Any<bool>(), Arg.Any<CancellationToken>()).Returns(_archive);
        _archive.Source.Returns(new ImportSource("contracts.tar.bz2", null, "\"one\"", null, null));
        var row = AListedContract();
        _archive.ContractsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(new SeededContract(row, TheForge, UnknownType: false)));
        _archive.LinesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Unreadable<SeededLines>("items of contract 9"));
        _archive.BidsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of<SeededBids>());
    }

    [Fact]
    public async Task A_new_database_is_started_from_the_archive_and_remembers_it()
    {
        Assert.Equal(new SeedResult.Seeded(1, 0, 1), await SeedAsync());

        var import = Assert.Single(_imports);
        Assert.Equal((ImportKind.Seed, "contracts.tar.bz2", "\"one\"", 1, 1), (import.Kind, import.Origin, import.ETag, import.Rows, import.SetAside));
        Assert.Equal(Noon, import.ImportedAt);
        Assert.Equal("items of contract 9", Assert.Single(_quarantine).Subject);
    }

    [Theory]
    [InlineData("live", true)]
    [InlineData("sandbox: one", false)]
    public async Task The_archive_is_opened_for_the_source_that_the_database_holds(string source, bool isLive)
    {
        _state[0] = new MarketState(source);

        await SeedAsync();

        await _archives.Received(1).OpenAsync("everef", isLive, Arg.Any<CancellationToken>());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Without_an_archive_to_start_from_there_is_nothing_to_do(string? seed)
    {
        _options.Seed = seed;

        await AssertNotNeededAsync();
    }

    [Fact]
    public async Task A_database_that_was_seeded_is_not_seeded_again()
    {
        Begun().Complete(_archive.Source, 1, 0, Noon.AddDays(-1));

        await AssertNotNeededAsync();
    }

    [Fact]
    public async Task A_database_with_a_swept_region_is_not_seeded()
    {
        Begun();
        _coverages.Add(ARegionSweptAt(Noon));

        await AssertNotNeededAsync();
    }

    [Fact]
    public async Task A_database_with_only_failed_sweeps_is_seeded()
    {
        _coverages.Add(RegionCoverage.Of(TheForge));

        Assert.IsType<SeedResult.Seeded>(await SeedAsync());
    }

    [Fact]
    public async Task A_database_with_contracts_of_its_own_is_left_alone()
    {
        _contracts.Add(AContract().Listed());

        await AssertNotNeededAsync();
    }

    [Fact]
    public async Task A_seeding_that_was_cut_off_goes_on()
    {
        Begun();
        _contracts.Add(AContract().Listed());

        Assert.IsType<SeedResult.Seeded>(await SeedAsync());
        Assert.NotNull(Assert.Single(_imports).ImportedAt);
    }

    [Fact]
    public async Task A_database_without_a_source_is_not_seeded()
    {
        _state.Clear();

        await Assert.ThrowsAsync<InvalidOperationException>(SeedAsync);
        Assert.Empty(_archives.ReceivedCalls());
    }

    [Fact]
    public async Task A_missing_archive_is_reported_and_nothing_is_recorded()
    {
        _archives.OpenAsync(Arg.Any<string>(), Arg.Any<bool>(), Arg.Any<CancellationToken>()).ThrowsAsync(new UnusableSourceException("It is not there."));

        Assert.Equal(new SeedResult.Failed("It is not there."), await SeedAsync());
        Assert.Empty(_imports);
    }

    [Fact]
    public async Task An_unexpected_exception_ends_the_seeding_but_not_the_round()
    {
        _archive.LinesAsync(Arg.Any<CancellationToken>()).Throws(new InvalidOperationException("Broken."));

        Assert.Equal(new SeedResult.Failed("It failed unexpectedly (InvalidOperationException)."), await SeedAsync());
    }

    [Fact]
    public async Task A_fault_of_the_database_ends_the_round()
    {
        var fault = new InvalidOperationException("Broken.");
        _archive.LinesAsync(Arg.Any<CancellationToken>()).Throws(fault);
        _faults.Explain(fault).Returns(new DatabaseFault(DatabaseFaultKind.Unavailable, "The database is away."));

        Assert.Same(fault, await Assert.ThrowsAsync<InvalidOperationException>(SeedAsync));
    }

    [Fact]
    public async Task A_seeding_from_a_damaged_archive_counts_as_cut_off()
    {
        _archive.LinesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Damaged<SeededLines>("The archive is damaged."));

        Assert.Equal(new SeedResult.Failed("The archive is damaged."), await SeedAsync());
        Assert.Null(Assert.Single(_imports).ImportedAt);
    }

    [Fact]
    public async Task An_archive_of_another_source_is_refused()
    {
        _archives.OpenAsync(Arg.Any<string>(), Arg.Any<bool>(), Arg.Any<CancellationToken>()).ThrowsAsync(new SourceRefusedException("Of the sandbox."));

        await Assert.ThrowsAsync<SourceRefusedException>(SeedAsync);
        Assert.Empty(_imports);
    }

    private ReferenceImport Begun()
    {
        _imports.Add(ReferenceImport.Begin(ImportKind.Seed, "contracts.tar.bz2"));
        return _imports[^1];
    }

    private async Task AssertNotNeededAsync()
    {
        Assert.IsType<SeedResult.NotNeeded>(await SeedAsync());
        Assert.Empty(_archives.ReceivedCalls());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    private Task<SeedResult> SeedAsync()
    {
        var time = new FakeTimeProvider(Noon);
        var options = Options.Create(_options);
        var writer = new SeedWriter(_contracts.Reading, _market.Writer, options, time);
        var ledger = new ImportLedger(_imports.Changing, new Quarantine(_quarantine.Changing, time), _market.Writer, time);
        var handler = new SeedMarketHandler(
            _archives, writer, ledger, _imports.Changing, _state.Reading, _contracts.Reading, _coverages.Reading, _faults, options, NullLogger<SeedMarketHandler>.Instance);
        return handler.Handle(new SeedMarket(), default);
    }
}
