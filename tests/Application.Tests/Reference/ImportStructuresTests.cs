using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Application.Sync;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Reference;

/// <summary>The import of structures' names from a file, which is read once (M10).</summary>
public sealed class ImportStructuresTests
{
    private static readonly SystemId Jita = new(30_000_142);
    private static readonly Structure Keepstar = new(new LocationId(1_035_466_617_946), "Keepstar", Jita);
    private static readonly Structure Astrahus = new(new LocationId(1_035_466_617_947), "Astrahus", Jita);

    private readonly IStructureSource _source = Substitute.For<IStructureSource>();
    private readonly Stored<ReferenceImport> _imports = new Stored<ReferenceImport>().KeyedBy(import => import.Kind);
    private readonly Stored<QuarantineEntry> _quarantine = [];
    private readonly Stored<Location> _locations = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<int>().Running<bool>();

    public ImportStructuresTests() =>
        _source.OpenAsync(Arg.Any<string?>(), Arg.Any<ImportSource?>(), Arg.Any<CancellationToken>()).Returns((IStructureFile?)null);

    [Fact]
    public async Task Structures_are_named_and_the_import_is_recorded()
    {
        Offer(SourceRows.Of(Keepstar, Astrahus));

        Assert.Equal(new ImportResult.Imported(null, 2, 2, 0, 0), await ImportAsync());
        Assert.Equal(["Keepstar", "Astrahus"], _market.Named.Cast<Location>().Select(location => location.Name));
        var import = Assert.Single(_imports);
        Assert.Equal((ImportKind.Structures, "structures.json", 2, Noon), (import.Kind, import.Origin, import.Rows, import.ImportedAt));
    }

    [Fact]
    public async Task Only_structures_that_differ_are_written()
    {
        _locations.Add(Location.Known(Keepstar.Id, "Keepstar", Jita, Noon.AddDays(-9)));
        _locations.Add(Location.Unknown(Astrahus.Id, Noon.AddDays(-9)));
        Offer(SourceRows.Of(Keepstar, Astrahus));

        Assert.Equal(new ImportResult.Imported(null, 2, 1, 0, 0), await ImportAsync());
        Assert.Equal(Astrahus.Id, Assert.IsType<Location>(Assert.Single(_market.Named)).Id);
    }

    [Fact]
    public async Task Rows_that_cannot_be_kept_are_counted_and_set_aside()
    {
        Offer(new[] { new SourceRow<Structure>(Keepstar, null), new(null, new Surprise("structure 7", "It has no name.")) }.ToAsyncEnumerable());

        Assert.Equal(new ImportResult.Imported(null, 1, 1, 1, 0), await ImportAsync());
        Assert.Equal("structure 7", Assert.Single(_quarantine).Subject);
    }

    [Fact]
    public async Task A_file_that_was_imported_already_is_not_read_again()
    {
        var last = Imported().Source;

        Assert.Equal(new ImportResult.AlreadyImported(null, Noon.AddDays(-1)), await ImportAsync());
        await _source.Received(1).OpenAsync("structures.json", last, Arg.Any<CancellationToken>());
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Fact]
    public async Task With_force_a_file_that_was_imported_already_is_read_again()
    {
        Imported();
        Offer(SourceRows.Of(Keepstar));

        Assert.IsType<ImportResult.Imported>(await ImportAsync(force: true));
        await _source.Received(1).OpenAsync("structures.json", null, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task A_source_that_answers_not_modified_to_a_first_import_is_unusable() =>
        await Assert.ThrowsAsync<UnusableSourceException>(() => ImportAsync());

    [Fact]
    public async Task A_file_that_names_no_structure_is_unusable_and_not_recorded()
    {
        Offer(SourceRows.Unreadable<Structure>("structure 7"));

        var unusable = await Assert.ThrowsAsync<UnusableSourceException>(() => ImportAsync());

        Assert.Equal("structures.json names no structure.", unusable.Message);
        Assert.Empty(_imports);
    }

    [Fact]
    public async Task Progress_is_reported_and_ends_with_the_whole()
    {
        var told = new List<ImportProgress>();
        var progress = Substitute.For<IProgress<ImportProgress>>();
        progress.When(one => one.Report(Arg.Any<ImportProgress>())).Do(call => told.Add(call.Arg<ImportProgress>()));
        Offer(SourceRows.Of(Keepstar));

        await ImportAsync(progress: progress);

        Assert.Equal([new ImportProgress("structures", 40, 100), new ImportProgress("structures", 100, 100)], told);
    }

    private void Offer(IAsyncEnumerable<SourceRow<Structure>> rows)
    {
        var file = Substitute.For<IStructureFile>();
        file.Source.Returns(new ImportSource("structures.json", null, "\"two\"", null, null));
        file.Position.Returns(40);
        file.Length.Returns(100);
        file.RowsAsync(Arg.Any<CancellationToken>()).Returns(rows);
        _source.OpenAsync(Arg.Any<string?>(), Arg.Any<ImportSource?>(), Arg.Any<CancellationToken>()).Returns(file);
    }

    private ReferenceImport Imported()
    {
        var import = ReferenceImport.Begin(ImportKind.Structures, "structures.json");
        import.Complete(new ImportSource("structures.json", null, "\"one\"", null, null), 1, 0, Noon.AddDays(-1));
        _imports.Add(import);
        return import;
    }

    private Task<ImportResult> ImportAsync(bool force = false, IProgress<ImportProgress>? progress = null)
    {
        var time = new FakeTimeProvider(Noon);
        var ledger = new ImportLedger(_imports.Changing, new Quarantine(_quarantine.Changing, time), _market.Writer, time);
        var handler = new ImportStructuresHandler(
            _source, ledger, _locations.Reading, _market.Writer, time, NullLogger<ImportStructuresHandler>.Instance);
        return handler.Handle(new ImportStructures("structures.json", force) { Progress = progress }, default);
    }
}
