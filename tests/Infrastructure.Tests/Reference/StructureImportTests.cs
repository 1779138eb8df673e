using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Domain.Market;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Reference.Given;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class StructureImportOnSqlite() : StructureImportBehaviour(DatabaseProvider.Sqlite);

public sealed class StructureImportOnPostgres() : StructureImportBehaviour(DatabaseProvider.Postgres);

/// <summary>M10: structures are named where public reference data names them.</summary>
public abstract class StructureImportBehaviour(DatabaseProvider provider) : ReferenceTest(provider)
{
    private const string Perimeter =
        """{"1035466617946":{"structure_id":1035466617946,"name":"Perimeter - Tranquility Trading Tower","owner_id":98000001,"solar_system_id":30000144,"type_id":35834,"region_id":10000002,"position":{"x":1.0,"y":2.0,"z":3.0},"is_public_structure":true}}""";

    private static readonly LocationId Tower = new(1035466617946);

    [SkippableFact]
    public async Task A_structure_that_was_nameless_gets_its_name_and_system()
    {
        await GivenAsync(Location.Unknown(Tower, Clock.GetUtcNow()));
        await GivenAsync(new MarketState("a sandbox"));

        Assert.Equal(new ImportResult.Imported(null, 1, 1, 0, 0), await ImportStructuresAsync(Perimeter));

        var tower = Assert.Single(await AllAsync<Location>());
        Assert.Equal((Tower, "Perimeter - Tranquility Trading Tower", new SystemId(30000144)), (tower.Id, tower.Name, tower.SystemId));
        Assert.Equal(1, Assert.Single(await AllAsync<MarketState>()).Version);
    }

    [SkippableFact]
    public async Task The_same_file_is_recognised_by_its_content_and_changes_nothing_even_with_force()
    {
        await ImportStructuresAsync(Perimeter);
        Clock.Advance(TimeSpan.FromHours(1));

        Assert.IsType<ImportResult.AlreadyImported>(await ImportStructuresAsync(Perimeter));
        Assert.Equal(0, Assert.IsType<ImportResult.Imported>(await ImportStructuresAsync(Perimeter, force: true)).Written);
    }

    [SkippableFact]
    public async Task An_address_is_asked_by_its_ETag()
    {
        Host.Put("structures.json", System.Text.Encoding.UTF8.GetBytes(Perimeter));

        Assert.IsType<ImportResult.Imported>(await SendAsync(new ImportStructures(null)));
        Assert.IsType<ImportResult.AlreadyImported>(await SendAsync(new ImportStructures(null)));
        Assert.Equal(["/structures.json 200", "/structures.json 304"], Host.Asked);
    }

    [SkippableFact]
    public async Task A_name_that_the_file_no_longer_has_stays()
    {
        await ImportStructuresAsync(Perimeter);

        await ImportStructuresAsync("""{"1035466617947":{"name":"Elsewhere","solar_system_id":30000142},"1035466617946":{"name":" ","solar_system_id":30000144}}""");

        Assert.Equal(["Perimeter - Tranquility Trading Tower", "Elsewhere"], (await AllAsync<Location>()).OrderBy(location => location.Id).Select(location => location.Name));
    }

    [SkippableFact]
    public async Task Rows_that_are_no_structures_are_set_aside_and_nameless_ones_are_skipped()
    {
        var result = Assert.IsType<ImportResult.Imported>(await ImportStructuresAsync(
            """
            {"60003760":{"name":"Jita IV","solar_system_id":30000142},"-5":{"name":"Minus","solar_system_id":1},"Jita":{"name":"x","solar_system_id":1},
             "1040000000001":{"name":null,"solar_system_id":30000142},"1040000000002":{"solar_system_id":30000142},
             "1040000000003":{"name":"No system"},"1040000000004":[],"9007199254740993":{"name":"Too large","solar_system_id":1},
             "1040000000005":{"name":"Good\u0007\u202Eone","solar_system_id":30000142}}
            """));

        Assert.Equal((1, 6), (result.Rows, result.SetAside));
        Assert.Equal("Good one", Assert.Single(await AllAsync<Location>()).Name);
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{\"1035466617946\":{\"name\":\"Cut")]
    [InlineData("{}")]
    public async Task A_file_without_structures_is_refused_in_one_sentence(string text)
    {
        var refusal = await Assert.ThrowsAsync<UnusableSourceException>(() => ImportStructuresAsync(text));

        Assert.StartsWith("structures.json ", refusal.Message, StringComparison.Ordinal);
        Assert.Null(await RecordOfAsync(ImportKind.Structures));
    }

    [SkippableFact]
    public async Task A_file_much_larger_than_the_buffer_is_read_whole()
    {
        var rows = Enumerable.Range(1, 5_000).Select(number =>
            $$"""  "{{1_040_000_000_000 + number}}" : {"name":"Keepstar {{number}} {{new string('é', number % 300)}}", "solar_system_id":30000142}""");

        var result = Assert.IsType<ImportResult.Imported>(await ImportStructuresAsync("{\n" + string.Join(",\n", rows) + "\n}\n"));

        Assert.Equal((5_000, 5_000, 0), (result.Rows, result.Written, result.SetAside));
    }
}
