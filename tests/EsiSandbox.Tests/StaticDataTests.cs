using System.IO.Compression;
using System.Text.Json.Nodes;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The Static Data Export as CCP offers it.</summary>
public sealed class StaticDataTests : SandboxTest
{
    private const string Shorthand = "/static-data/eve-online-static-data-latest-jsonl.zip";

    [Fact]
    public async Task The_latest_build_is_named_and_can_be_downloaded_by_its_number()
    {
        var latest = await Esi.GetAsync("/static-data/tranquility/latest.jsonl");
        var zip = await Esi.GetAsync($"/static-data/tranquility/eve-online-static-data-{latest.Json["buildNumber"]}-jsonl.zip");

        Assert.Equal("sde", (string)latest.Json["_key"]!);
        Assert.InRange((DateTimeOffset)latest.Json["releaseDate"]!, Start.AddDays(-3), Start);
        Assert.Equal((200, "application/zip"), (zip.Status, zip["Content-Type"]));
        Assert.Equal((DateTimeOffset)latest.Json["releaseDate"]!, zip.Instant("Last-Modified"));
        Assert.Equal(304, (await Esi.GetAsync(Shorthand, ("If-None-Match", zip["ETag"]!))).Status);
        Assert.Equal(404, (await Esi.GetAsync("/static-data/tranquility/eve-online-static-data-1-jsonl.zip")).Status);
    }

    [Fact]
    public async Task The_short_address_redirects_to_the_latest_build()
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Server.BaseAddress };
        using var answer = await http.GetAsync(Shorthand);
        var build = (await Esi.GetAsync("/static-data/tranquility/latest.jsonl")).Json["buildNumber"];

        Assert.Equal(302, (int)answer.StatusCode);
        Assert.Equal($"/static-data/tranquility/eve-online-static-data-{build}-jsonl.zip", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_new_build_comes_within_days()
    {
        var first = (int)(await Esi.GetAsync("/static-data/tranquility/latest.jsonl")).Json["buildNumber"]!;
        Time.Advance(TimeSpan.FromDays(3));

        Assert.True((int)(await Esi.GetAsync("/static-data/tranquility/latest.jsonl")).Json["buildNumber"]! > first);
    }

    [Fact]
    public void It_has_a_line_for_everything_that_the_routes_have()
    {
        var files = Read();

        Assert.Superset(
            new HashSet<string>
            {
                "_sde.jsonl", "types.jsonl", "groups.jsonl", "categories.jsonl", "marketGroups.jsonl", "mapRegions.jsonl", "mapConstellations.jsonl",
                "mapSolarSystems.jsonl", "mapStargates.jsonl", "npcStations.jsonl", "npcCorporations.jsonl", "stationOperations.jsonl",
            },
            files.Keys.ToHashSet());
        Assert.Equal(Server.Market.Regions, files["mapRegions.jsonl"].Select(row => (int)row["_key"]!));
        var groups = files["groups.jsonl"].Select(row => (int)row["_key"]!).ToHashSet();
        var marketGroups = files["marketGroups.jsonl"].Select(row => (int)row["_key"]!).ToHashSet();
        Assert.All(files["types.jsonl"], row => Assert.Contains((int)row["groupID"]!, groups));
        Assert.All(files["types.jsonl"].Where(row => row.ContainsKey("marketGroupID")), row => Assert.Contains((int)row["marketGroupID"]!, marketGroups));
        Assert.All(files["marketGroups.jsonl"].Where(row => row.ContainsKey("parentGroupID")), row => Assert.Contains((int)row["parentGroupID"]!, marketGroups));
        var systems = files["mapSolarSystems.jsonl"].Select(row => (int)row["_key"]!).ToHashSet();
        Assert.All(files["mapStargates.jsonl"], row => Assert.True(systems.Contains((int)row["solarSystemID"]!) && systems.Contains((int)row["destination"]!["solarSystemID"]!)));
        Assert.NotEmpty(files["mapStargates.jsonl"]);
    }

    [Fact]
    public async Task A_type_has_the_values_of_its_route()
    {
        var rokh = Read()["types.jsonl"].Single(row => (int)row["_key"]! == 24688);
        foreach (var language in new[] { "en", "de", "zh" })
        {
            var route = await Esi.GetAsync("/universe/types/24688", ("Accept-Language", language));
            Assert.Equal((string)route.Json["name"]!, (string)rokh["name"]![language]!);
            Assert.Equal((double)route.Json["packaged_volume"]!, (double)rokh["packagedVolume"]!);
        }

        Assert.Equal(8, rokh["name"]!.AsObject().Count);
    }

    [Fact]
    public async Task A_stations_name_can_be_made_of_its_system_orbit_owner_and_operation()
    {
        string[] roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI"];
        var files = Read();
        string Named(string file, JsonNode? key, string field = "name") =>
            (string)files[file].Single(row => (int)row["_key"]! == (int)key!)[field]!["en"]!;
        var tried = 0;
        foreach (var station in files["npcStations.jsonl"].Where(row => row.ContainsKey("celestialIndex")).Take(40))
        {
            var name = $"{Named("mapSolarSystems.jsonl", station["solarSystemID"])} {roman[(int)station["celestialIndex"]!]}"
                + (station.ContainsKey("orbitIndex") ? $" - Moon {station["orbitIndex"]}" : "")
                + $" - {Named("npcCorporations.jsonl", station["ownerID"])}"
                + ((bool)station["useOperationName"]! ? $" {Named("stationOperations.jsonl", station["operationID"], "operationName")}" : "");
            Assert.Equal((string)(await Esi.GetAsync($"/universe/stations/{station["_key"]}")).Json["name"]!, name);
            tried++;
        }

        Assert.Equal(40, tried);
    }

    [SkippableFact]
    public void Stations_have_the_keys_and_kinds_of_the_export()
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Directory.GetFiles(Path.Combine(RecordedData.Directory, "sde-raw"))[0]), CompressionMode.Decompress));
        var published = JsonNode.Parse(reader.ReadLine()!)!.AsObject();
        var jita = Read()["npcStations.jsonl"].Single(row => (int)row["_key"]! == 60003760);

        Assert.Empty(jita.Select(field => field.Key).Except(published.Select(field => field.Key)));
        Assert.Equal(["orbitID"], published.Select(field => field.Key).Except(jita.Select(field => field.Key)));
        foreach (var (key, value) in jita)
            Assert.Equal(published[key]!.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False, value!.GetValueKind() is System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False);
    }

    private Dictionary<string, List<JsonObject>> Read()
    {
        using var buffer = new MemoryStream();
        Server.WriteStaticData(buffer);
        using var zip = new ZipArchive(buffer, ZipArchiveMode.Read);
        return zip.Entries.ToDictionary(entry => entry.Name, entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        });
    }
}
