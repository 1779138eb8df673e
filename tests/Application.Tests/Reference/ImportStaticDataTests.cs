using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Sync;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Reference;

/// <summary>When an export is read, and what is recorded of it. <see cref="StaticDataWriterTests"/> tests what it writes.</summary>
public sealed class ImportStaticDataTests
{
    private readonly IStaticDataSource _source = Substitute.For<IStaticDataSource>();
    private readonly Stored<ReferenceImport> _imports = new Stored<ReferenceImport>().KeyedBy(import => import.Kind);
    private readonly Stored<QuarantineEntry> _quarantine = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>().Running<bool>();

    public ImportStaticDataTests() =>
        _source.OpenAsync(Arg.Any<string?>(), Arg.Any<ImportSource?>(), Arg.Any<CancellationToken>()).Returns((IStaticData?)null);

    [Fact]
    public async Task A_first_export_is_imported_and_recorded()
    {
        Offer(AnExport(build: 7));

        Assert.Equal(new ImportResult.Imported(7, 2, 2, 1, 0), await ImportAsync());
        var import = Assert.Single(_imports);
        Assert.Equal((ImportKind.StaticData, 7, 2, 1, Noon), (import.Kind, import.Build, import.Rows, import.SetAside, import.ImportedAt));
        Assert.Equal("group 1", Assert.Single(_quarantine).Subject);
    }

    [Fact]
    public async Task A_newer_build_is_imported_and_replaces_the_record()
    {
        Imported(build: 7);
        Offer(AnExport(build: 8));

        Assert.Equal(8, Assert.IsType<ImportResult.Imported>(await ImportAsync()).Build);
        Assert.Equal(8, Assert.Single(_imports).Build);
    }

    [Fact]
    public async Task The_source_is_asked_only_for_what_is_newer_than_the_last_import()
    {
        var last = Imported(build: 7).Source;

        await ImportAsync();

        await _source.Received(1).OpenAsync("sde.zip", last, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Where_the_source_has_nothing_newer_nothing_is_written()
    {
        Imported(build: 7);

        await AssertAlreadyImportedAsync(build: 7);
    }

    [Fact]
    public async Task The_same_build_in_another_file_is_not_read_again()
    {
        Imported(build: 7);
        Offer(AnExport(build: 7));

        await AssertAlreadyImportedAsync(build: 7);
    }

    [Fact]
    public async Task An_older_build_is_refused()
    {
        Imported(build: 7);
        Offer(AnExport(build: 6));

        await Assert.ThrowsAsync<ConflictException>(() => ImportAsync());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task With_force_the_same_build_and_an_older_one_are_imported(int build)
    {
        Imported(build: 7);
        Offer(AnExport(build));

        Assert.Equal(build, Assert.IsType<ImportResult.Imported>(await ImportAsync(force: true)).Build);
        await _source.Received(1).OpenAsync("sde.zip", null, Arg.Any<CancellationToken>());
        Assert.Equal(build, _imports[0].Build);
    }

    [Fact]
    public async Task An_import_that_was_cut_off_is_run_again()
    {
        _imports.Add(ReferenceImport.Begin(ImportKind.StaticData, "sde.zip"));
        Offer(AnExport(build: 7));

        Assert.IsType<ImportResult.Imported>(await ImportAsync());
        await _source.Received(1).OpenAsync("sde.zip", null, Arg.Any<CancellationToken>());
        Assert.Equal(Noon, Assert.Single(_imports).ImportedAt);
    }

    [Fact]
    public async Task A_source_that_answers_not_modified_to_a_first_import_is_unusable() =>
        await Assert.ThrowsAsync<UnusableSourceException>(() => ImportAsync());

    [Fact]
    public async Task An_export_that_is_damaged_is_not_recorded()
    {
        var export = AnExport(build: 7);
        export.StargatesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Damaged<Stargate>("The archive is damaged."));
        Offer(export);

        await Assert.ThrowsAsync<UnusableSourceException>(() => ImportAsync());
        Assert.Empty(_imports);
    }

    private static IStaticData AnExport(long build)
    {
        var export = Substitute.For<IStaticData>();
        export.Build.Returns(build);
        export.Source.Returns(new ImportSource("sde.zip", build, null, null, null));
        var (ship, module) = (LocalisedName.English("Ship"), LocalisedName.English("Module"));
        export.CategoriesAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Of(
            new ItemCategory(CategoryId.Ship, ship, isPublished: true), new ItemCategory(new CategoryId(7), module, isPublished: true)));
        export.GroupsAsync(Arg.Any<CancellationToken>()).Returns(SourceRows.Unreadable<ItemGroup>("group 1"));
        return export;
    }

    private void Offer(IStaticData export) =>
        _source.OpenAsync(Arg.Any<string?>(), Arg.Any<ImportSource?>(), Arg.Any<CancellationToken>()).Returns(export);

    private ReferenceImport Imported(long build)
    {
        var import = ReferenceImport.Begin(ImportKind.StaticData, "sde.zip");
        import.Complete(new ImportSource("sde.zip", build, "\"one\"", null, null), 1, 0, Noon.AddDays(-1));
        _imports.Add(import);
        return import;
    }

    private async Task AssertAlreadyImportedAsync(long build)
    {
        Assert.Equal(new ImportResult.AlreadyImported(build, Noon.AddDays(-1)), await ImportAsync());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    private Task<ImportResult> ImportAsync(bool force = false)
    {
        var time = new FakeTimeProvider(Noon);
        var groups = new Stored<ItemGroup>().Telling<GroupCategory>();
        var writer = new StaticDataWriter(_market.Writer, new Stored<ItemType>().Reading, groups.Reading, new Stored<SolarSystem>().Reading, time);
        var ledger = new ImportLedger(_imports.Changing, new Quarantine(_quarantine.Changing, time), _market.Writer, time);
        return new ImportStaticDataHandler(_source, ledger, writer, NullLogger<ImportStaticDataHandler>.Instance)
            .Handle(new ImportStaticData("sde.zip", force), default);
    }
}
