using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Reference.Given;
using HangarBay.TestSupport;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class StaticDataImportOnSqlite() : StaticDataImportBehaviour(DatabaseProvider.Sqlite);

public sealed class StaticDataImportOnPostgres() : StaticDataImportBehaviour(DatabaseProvider.Postgres);

/// <summary>M10: names and the map from CCP's Static Data Export, once a build.</summary>
public abstract class StaticDataImportBehaviour(DatabaseProvider provider) : ReferenceTest(provider)
{
    private static readonly TypeId Rokh = new(24688);

    [SkippableFact]
    public async Task Types_come_with_group_category_market_group_and_eight_languages()
    {
        var result = await ImportWellAsync(StaticDataExport.OfBuild(3528119));

        Assert.Equal(new ImportResult.Imported(3528119, StaticDataExport.Rows, StaticDataExport.Rows, 0, 0), result);
        var rokh = (await AllAsync<ItemType>()).Single(type => type.Id == Rokh);
        Assert.Equal((new GroupId(27), CategoryId.Ship, new MarketGroupId(80), true, 486000.0), (rokh.GroupId, rokh.CategoryId, rokh.MarketGroupId, rokh.IsPublished, rokh.Volume));
        Assert.Equal(8, rokh.Name!.Texts.Count);
        Assert.Equal(("Rokh", "ロク"), (rokh.Name.In(Language.En), rokh.Name.In(Language.Ja)));
        Assert.Equal("Schiff", (await AllAsync<ItemCategory>()).Single(category => category.Id == CategoryId.Ship).Name.In(Language.De));
        Assert.Equal(new MarketGroupId(4), (await AllAsync<MarketGroup>()).Single(group => group.Id == new MarketGroupId(80)).ParentId);
    }

    [SkippableFact]
    public async Task The_map_comes_with_regions_constellations_systems_and_gates()
    {
        await ImportWellAsync(StaticDataExport.OfBuild(1));

        var jita = (await AllAsync<SolarSystem>()).Single(system => system.Id == new SystemId(30000142));
        Assert.Equal((new ConstellationId(20000020), new RegionId(10000002), 0.945913), (jita.ConstellationId, jita.RegionId, jita.Security.Value));
        Assert.Equal(new RegionId(10000002), Assert.Single(await AllAsync<Constellation>()).RegionId);
        Assert.Equal("The Forge", Assert.Single(await AllAsync<Region>()).Name.In(Language.Zh)[3..]);
        Assert.Contains(await AllAsync<Stargate>(), gate => (gate.SystemId.Value, gate.DestinationSystemId.Value) == (30000142, 30000144));
    }

    [SkippableFact]
    public async Task The_same_build_again_is_not_read_again_and_by_force_changes_nothing()
    {
        var export = StaticDataExport.OfBuild(7);
        await ImportWellAsync(export);
        var before = await DumpAsync();
        Written.Clear();
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal(new ImportResult.AlreadyImported(7, Clock.GetUtcNow().AddDays(-1)), await ImportAsync(export));
        Assert.Empty(before.DifferencesTo(await DumpAsync()));
        Assert.Equal(0, Written.Of<ItemCategory>());

        var forced = await ImportWellAsync(export, force: true);

        Assert.Equal((StaticDataExport.Rows, 0), (forced.Rows, forced.Written));
        Assert.All(before.DifferencesTo(await DumpAsync()), difference => Assert.StartsWith("reference_imports", difference, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_newer_build_writes_what_differs_and_keeps_what_it_lacks()
    {
        await ImportWellAsync(StaticDataExport.OfBuild(7));

        var result = await ImportWellAsync(StaticDataExport.OfBuild(8).Put(
            "types.jsonl", $$"""{"_key":24688,"groupID":27,"marketGroupID":80,"name":{{StaticDataExport.Name("Rokh II")}},"published":true,"volume":486000.0}"""));

        Assert.Equal(1, result.Written);
        Assert.Equal(["Tritanium", "Rokh II"], (await AllAsync<ItemType>()).OrderBy(type => type.Id).Select(type => type.Name!.In(Language.En)));
        Assert.Equal(8, (await RecordOfAsync(ImportKind.StaticData))!.Build);
    }

    [SkippableFact]
    public async Task An_older_build_is_refused_unless_forced()
    {
        await ImportWellAsync(StaticDataExport.OfBuild(8));

        var refusal = await Assert.ThrowsAsync<ConflictException>(() => ImportAsync(StaticDataExport.OfBuild(7)));

        Assert.Equal("Build 7 is older than build 8, which is imported already.", refusal.Message);
        Assert.Equal(7, (await ImportWellAsync(StaticDataExport.OfBuild(7), force: true)).Build);
    }

    [SkippableFact]
    public async Task Without_a_source_the_newest_build_is_asked_for_and_fetched_once()
    {
        Host.Put("static-data/latest.jsonl", """{"_key":"sde","buildNumber":3528119,"releaseDate":"2026-09-21T11:13:46Z"}"""u8.ToArray());
        Host.Put("static-data/eve-online-static-data-3528119-jsonl.zip", StaticDataExport.OfBuild(3528119).ToZip());

        Assert.IsType<ImportResult.Imported>(await ImportFromAsync(null));
        Assert.IsType<ImportResult.AlreadyImported>(await ImportFromAsync(null));

        Assert.Equal(
            ["/static-data/latest.jsonl 200", "/static-data/eve-online-static-data-3528119-jsonl.zip 200", "/static-data/latest.jsonl 200"], Host.Asked);
    }

    [SkippableFact]
    public async Task An_address_is_asked_with_its_ETag_and_the_build_may_come_from_the_files_name()
    {
        var address = Host.Put("sde-12-jsonl.zip", StaticDataExport.OfBuild(12).Without("_sde.jsonl").ToZip());

        Assert.Equal(12, Assert.IsType<ImportResult.Imported>(await ImportFromAsync(address)).Build);
        Assert.IsType<ImportResult.AlreadyImported>(await ImportFromAsync(address));

        Assert.Equal(["/sde-12-jsonl.zip 200", "/sde-12-jsonl.zip 304"], Host.Asked);
    }

    [SkippableFact]
    public async Task Malformed_lines_are_set_aside_and_stop_no_other()
    {
        var result = await ImportWellAsync(StaticDataExport.OfBuild(1)
            .Append("types.jsonl", "{\"_key\":35,")
            .Append("types.jsonl", """{"_key":36,"groupID":"eighteen","name":{"en":"Mexallon"},"published":true}""")
            .Append("types.jsonl", """{"_key":37,"groupID":18,"name":{"en":" ","tlh":"Qapla"},"published":true}""")
            .Append("types.jsonl", "")
            .Append("types.jsonl", """{"_key":38,"groupID":18,"name":{"en":"Nocxium"},"published":true}""")
            .Append("mapSolarSystems.jsonl", $$"""{"_key":1,"constellationID":1,"regionID":1,"securityStatus":1e400,"name":{{StaticDataExport.Name("Nowhere")}} }"""));

        Assert.Equal((StaticDataExport.Rows + 1, 4), (result.Rows, result.SetAside));
        Assert.Contains(await AllAsync<ItemType>(), type => type.Id == new TypeId(38));
        Assert.Equal(
            ["mapSolarSystems.jsonl line 3", "types.jsonl line 3", "types.jsonl line 4", "types.jsonl line 5"],
            (await AllAsync<QuarantineEntry>()).Select(entry => entry.Subject).Order(StringComparer.Ordinal));
        Assert.Equal(4, (await RecordOfAsync(ImportKind.StaticData))!.SetAside);
    }

    [SkippableFact]
    public async Task A_line_beyond_the_bound_is_set_aside_and_the_next_one_read()
    {
        Settings["Reference:MaxLineBytes"] = "1024";
        var result = await ImportWellAsync(StaticDataExport.OfBuild(1)
            .Append("groups.jsonl", new string('x', 500_000))
            .Append("groups.jsonl", $$"""{"_key":19,"categoryID":4,"name":{{StaticDataExport.Name("Logo")}},"published":false}"""));

        Assert.Equal(1, result.SetAside);
        Assert.Contains(await AllAsync<ItemGroup>(), group => group.Id == new GroupId(19));
    }

    [SkippableFact]
    public async Task Only_the_first_hundred_faults_are_kept_and_all_are_counted()
    {
        var export = StaticDataExport.OfBuild(1);
        for (var line = 0; line < 250; line++) export.Append("types.jsonl", "nonsense");

        Assert.Equal(250, (await ImportWellAsync(export)).SetAside);
        Assert.Equal(100, (await AllAsync<QuarantineEntry>()).Count);
    }

    [SkippableFact]
    public async Task An_archive_without_a_file_that_is_needed_is_refused_before_anything_is_written()
    {
        var before = await DumpAsync();

        var refusal = await Assert.ThrowsAsync<UnusableSourceException>(
            () => ImportAsync(StaticDataExport.OfBuild(1).Without("types.jsonl").Without("mapStargates.jsonl")));

        Assert.Equal("export.zip is no Static Data Export in JSONL form: it lacks types.jsonl, mapStargates.jsonl.", refusal.Message);
        Assert.Empty(before.DifferencesTo(await DumpAsync()));
    }

    [SkippableTheory]
    [InlineData("_sde.jsonl", CompressionLevel.NoCompression)]
    [InlineData("_sde.jsonl", CompressionLevel.Fastest)]
    [InlineData("types.jsonl", CompressionLevel.NoCompression)]
    [InlineData("types.jsonl", CompressionLevel.Fastest)]
    [InlineData("mapStargates.jsonl", CompressionLevel.NoCompression)]
    [InlineData("mapStargates.jsonl", CompressionLevel.Fastest)]
    public async Task An_archive_with_one_wrong_byte_is_refused_and_nothing_of_it_is_stored(string file, CompressionLevel level)
    {
        var zip = StaticDataExport.OfBuild(2).ToZip(level);
        var before = await DumpAsync();
        // Damages bytes at several places. Some break the compressed format, others only the content. The last byte has bits without
        // meaning, so it is left out.
        var (begin, length) = PlaceOf(file, zip);
        for (var at = begin; at < begin + length - 1; at += 1 + (length / 7))
        {
            zip[at] ^= 0x10;
            var path = Path.Combine(Folder.FullName, "export.zip");
            await File.WriteAllBytesAsync(path, zip);
            var refusal = await Assert.ThrowsAsync<UnusableSourceException>(() => ImportFromAsync(path));
            zip[at] ^= 0x10;

            Assert.StartsWith($"export.zip is damaged: {file} ", refusal.Message, StringComparison.Ordinal);
            Assert.Empty(before.DifferencesTo(await DumpAsync()));
        }
    }

    [SkippableFact]
    public async Task An_export_that_unpacks_beyond_the_limit_is_refused_and_a_larger_limit_allows_it()
    {
        Settings["Reference:MaxUnpackedBytes"] = "1000000";
        var bomb = StaticDataExport.OfBuild(1).Append("types.jsonl", string.Concat(Enumerable.Repeat(new string(' ', 9_999) + "\n", 200)));

        var refusal = await Assert.ThrowsAsync<UnusableSourceException>(() => ImportAsync(bomb));

        Assert.Equal("export.zip unpacks to more than 1000000 bytes.", refusal.Message);
        Assert.Null(await RecordOfAsync(ImportKind.StaticData));
    }

    [SkippableFact]
    public async Task An_import_that_was_cut_off_is_not_recorded_and_is_finished_by_the_next()
    {
        var export = StaticDataExport.OfBuild(1);
        using var stop = new CancellationTokenSource();
        var path = await export.WriteToAsync(Folder.FullName);
        var request = new ImportStaticData(path) { Progress = new StopAt("types", stop) };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(request, stop.Token));

        Assert.Null(await RecordOfAsync(ImportKind.StaticData));
        Assert.NotEmpty(await AllAsync<ItemGroup>());
        Assert.Equal(StaticDataExport.Rows - 6, (await ImportWellAsync(export)).Written);
    }

    [SkippableFact]
    public async Task An_exact_security_from_ESI_is_not_replaced_by_a_rounded_one()
    {
        await GivenAsync(new SolarSystem(new SystemId(30000142), LocalisedName.English("Jita"), SecurityStatus.Of(0.9459131360054016)));

        await ImportWellAsync(StaticDataExport.OfBuild(1));

        var jita = (await AllAsync<SolarSystem>()).Single(system => system.Id == new SystemId(30000142));
        Assert.Equal((0.9459131360054016, "ジタ"), (jita.Security.Value, jita.Name.In(Language.Ja)));
    }

    /// <summary>The offset and the number of a file's compressed bytes, from the header before them.</summary>
    private static (int Begin, int Length) PlaceOf(string file, byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        var length = (int)archive.GetEntry(file)!.CompressedLength;
        const int name = 30;
        var header = zip.AsSpan().IndexOf(Encoding.ASCII.GetBytes(file)) - name;
        Assert.Equal("PK"u8, zip.AsSpan(header, 2));
        var lengths = MemoryMarshal.Cast<byte, ushort>(zip.AsSpan(header + name - 4, 4).ToArray());
        return (header + name + lengths[0] + lengths[1], length);
    }

    private sealed class StopAt(string part, CancellationTokenSource stop) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Part == part) stop.Cancel();
        }
    }
}
