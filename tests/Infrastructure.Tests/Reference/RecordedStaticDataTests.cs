using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Esi;
using HangarBay.Infrastructure.Tests.Reference.Given;
using Xunit.Abstractions;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class RecordedStaticDataOnSqlite(ITestOutputHelper output) : RecordedStaticDataBehaviour(DatabaseProvider.Sqlite, output);

public sealed class RecordedStaticDataOnPostgres(ITestOutputHelper output) : RecordedStaticDataBehaviour(DatabaseProvider.Postgres, output);

/// <summary>An import of real size: recorded facts in the format of the export. The test prints its cost but sets no limit.</summary>
public abstract class RecordedStaticDataBehaviour(DatabaseProvider provider, ITestOutputHelper output) : ReferenceTest(provider)
{
    private static readonly (string Recorded, string File, string Id, (string From, string To)[] Renames)[] Files =
    [
        ("categories", "categories.jsonl", "categoryId", []),
        ("groups", "groups.jsonl", "groupId", [("categoryId", "categoryID")]),
        ("marketGroups", "marketGroups.jsonl", "marketGroupId", [("parentGroupId", "parentGroupID")]),
        ("types", "types.jsonl", "typeId", [("groupId", "groupID"), ("marketGroupId", "marketGroupID")]),
        ("regions", "mapRegions.jsonl", "regionId", []),
        ("constellations", "mapConstellations.jsonl", "constellationId", [("regionId", "regionID")]),
        ("solarSystems", "mapSolarSystems.jsonl", "systemId", [("regionId", "regionID"), ("constellationId", "constellationID"), ("security", "securityStatus")]),
        ("stargates", "mapStargates.jsonl", "stargateId", [("fromSystemId", "solarSystemID")]),
    ];

    [SkippableFact]
    public async Task All_of_New_Eden_is_imported()
    {
        var zip = await BuildAsync();
        Assert.Empty(await AllAsync<ItemType>());
        using var memory = new PeakMemory();
        var started = Stopwatch.GetTimestamp();

        var result = Assert.IsType<ImportResult.Imported>(await SendAsync(new ImportStaticData(zip)));

        output.WriteLine($"{result.Rows} rows in {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {memory.Megabytes:F0} MB more at the most");
        started = Stopwatch.GetTimestamp();
        var again = Assert.IsType<ImportResult.Imported>(await SendAsync(new ImportStaticData(zip, Force: true)));
        output.WriteLine($"Again, by force: {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s, {again.Written} written");

        Assert.Equal((0, 0), (result.SetAside, again.Written));
        Assert.Equal((26_264, 1_605, 48, 2_102), ((await AllAsync<ItemType>()).Count, (await AllAsync<ItemGroup>()).Count, (await AllAsync<ItemCategory>()).Count, (await AllAsync<MarketGroup>()).Count));
        Assert.Equal((113, 1_175, 8_437, 13_776), ((await AllAsync<Region>()).Count, (await AllAsync<Constellation>()).Count, (await AllAsync<SolarSystem>()).Count, (await AllAsync<Stargate>()).Count));
        Assert.Equal(409, (await AllAsync<ItemType>()).Count(type => type.CategoryId == CategoryId.Ship));
    }

    private async Task<string> BuildAsync()
    {
        var path = Path.Combine(Folder.FullName, "eve-online-static-data-3528119-jsonl.zip");
        await using var file = File.Create(path);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (recorded, name, id, renames) in Files)
        {
            var lines = RecordedData.Read($"sde/{recorded}.jsonl.gz").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            await using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            foreach (var line in lines) await writer.WriteLineAsync(ToExport(JsonNode.Parse(line)!.AsObject(), id, renames).ToJsonString());
        }

        return path;
    }

    private static JsonObject ToExport(JsonObject row, string id, (string From, string To)[] renames)
    {
        Move(row, id, "_key");
        foreach (var (from, to) in renames) Move(row, from, to);
        if (row.Remove("toSystemId", out var target)) row["destination"] = new JsonObject { ["solarSystemID"] = target };
        if (row["name"]?.GetValueKind() == JsonValueKind.String)
        {
            row.Remove("name", out var english);
            row["name"] = new JsonObject { ["en"] = english };
        }

        row["published"] ??= true;
        return row;
    }

    private static void Move(JsonObject row, string from, string to)
    {
        if (row.Remove(from, out var value)) row[to] = value;
    }

    /// <summary>The growth of the process's resident memory, sampled at intervals.</summary>
    private sealed class PeakMemory : IDisposable
    {
        private readonly long _before;
        private readonly Timer _timer;
        private long _peak;

        public PeakMemory()
        {
            GC.Collect();
            _before = Environment.WorkingSet;
            _timer = new Timer(_ => _peak = Math.Max(_peak, Environment.WorkingSet), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(20));
        }

        public double Megabytes => Math.Max(0, _peak - _before) / 1048576.0;

        public void Dispose() => _timer.Dispose();
    }
}
