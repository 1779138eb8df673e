using System.Formats.Tar;
using System.Globalization;
using System.Text.Json.Nodes;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace HangarBay.EsiSandbox.Tests;

/// <summary>The files in EVE Ref's formats.</summary>
public sealed class ContractArchiveTests : SandboxTest
{
    private const string Path = "/public-contracts/public-contracts-latest.v2.tar.bz2";

    [Fact]
    public async Task The_archive_holds_its_files_in_their_order()
    {
        var (names, _) = Read(await DownloadAsync());

        Assert.Equal(
            [
                "meta.json", "contracts.csv", "contract_items.csv", "contract_bids.csv", "contract_dynamic_items.csv", "contract_non_dynamic_items.csv",
                "contract_dynamic_items_dogma_attributes.csv", "contract_dynamic_items_dogma_effects.csv",
            ],
            names);
    }

    [Fact]
    public async Task Its_contracts_are_those_of_the_lists_at_the_scrape()
    {
        // At a full hour the scrape is at the present instant.
        var (_, files) = Read(await DownloadAsync());
        var archived = Rows(files["contracts.csv"]).ToDictionary(row => Number(row["contract_id"]));
        var truth = Server.Market.Regions.SelectMany(Server.Market.Truth).ToList();

        Assert.Equal(truth.Select(contract => contract.Terms.Id).Order(), archived.Keys.Order());
        foreach (var contract in truth)
        {
            var row = archived[contract.Terms.Id];
            Assert.Equal($"{contract.Expires.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", row["date_expired"]);
            Assert.Equal($"{contract.AsOf.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}", row["http_last_modified"]);
            Assert.Equal(contract.Terms.Price, double.Parse(row["price"], CultureInfo.InvariantCulture));
            Assert.Equal(contract.Terms.Title, row["title"]);
            Assert.Equal(contract.Terms.ForCorporation ? "true" : "", row["for_corporation"]);
            Assert.Equal((contract.Terms.IsAuction, !contract.Terms.IsAuction), (row["buyout"].Length > 0, row["collateral"].Length > 0));
            Assert.Equal(contract.Terms.Start < 100_000_000, row["station_id"].Length > 0 && row["system_id"].Length > 0 && row["constellation_id"].Length > 0);
        }
    }

    [Fact]
    public async Task Its_items_and_bids_are_those_of_the_routes()
    {
        var (_, files) = Read(await DownloadAsync());
        var items = Rows(files["contract_items.csv"]).ToLookup(row => Number(row["contract_id"]));
        var bids = Rows(files["contract_bids.csv"]).ToLookup(row => Number(row["contract_id"]));

        foreach (var contract in Server.Market.Truth(TheForge).Where(contract => contract.IsOpen))
        {
            var rows = items[contract.Terms.Id].ToList();
            Assert.Equal(contract.Lines.Select(line => line.RecordId), rows.Select(row => Number(row["record_id"])));
            Assert.All(contract.Lines.Zip(rows), pair => Assert.Equal(
                (pair.First.Included ? "true" : "false", pair.First.Copy ? "true" : "", $"{pair.First.ItemId}", $"{pair.First.Runs}"),
                (pair.Second["is_included"], pair.Second["is_blueprint_copy"], pair.Second["item_id"], pair.Second["runs"])));
            Assert.Equal(contract.Bids.Select(bid => bid.Id), bids[contract.Terms.Id].Select(row => Number(row["bid_id"])));
        }
    }

    [Fact]
    public async Task It_is_made_again_at_every_full_and_half_hour_with_a_new_tag()
    {
        var first = await Esi.GetAsync(Path);
        Time.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(304, (await Esi.GetAsync(Path, ("If-None-Match", first["ETag"]!))).Status);
        Assert.Equal(304, (await Esi.GetAsync(Path, ("If-Modified-Since", first["Last-Modified"]!))).Status);

        Time.Advance(TimeSpan.FromMinutes(1));
        var next = await Esi.GetAsync(Path, ("If-None-Match", first["ETag"]!));
        Assert.Equal((200, Start.AddMinutes(30)), (next.Status, next.Instant("Last-Modified")));
        Assert.Null(next["X-Esi-Error-Limit-Remain"]);
    }

    [Fact]
    public async Task Contracts_dropped_since_the_scrape_are_still_in_it()
    {
        Time.Advance(TimeSpan.FromMinutes(5));
        var dropped = Server.Market.Drop(Domain, 3);

        var (_, files) = Read(await DownloadAsync());
        Assert.Superset(dropped.ToHashSet(), Rows(files["contracts.csv"]).Select(row => Number(row["contract_id"])).ToHashSet());
    }

    [Fact]
    public async Task Written_in_process_it_is_the_same()
    {
        using var stream = new MemoryStream();
        Server.WriteContractArchive(stream);

        Assert.Equal(await DownloadAsync(), stream.ToArray());
    }

    [Fact]
    public async Task Most_but_not_all_structures_that_contracts_lie_in_have_a_name()
    {
        var named = (await Esi.GetAsync("/structures/structures-latest.v2.json")).Json.AsObject();
        var used = Server.Market.Regions.SelectMany(Server.Market.Truth).Select(contract => contract.Terms.Start).Where(id => id > 1_000_000_000_000).Distinct().ToList();

        Assert.InRange(used.Count(id => named.ContainsKey($"{id}")) / (double)used.Count, 0.5, 0.95);
        foreach (var (id, structure) in named)
        {
            Assert.Equal(id, $"{structure!["structure_id"]}");
            Assert.NotEmpty((string)structure["name"]!);
            Assert.Equal(200, (await Esi.GetAsync($"/universe/systems/{structure["solar_system_id"]}")).Status);
        }

        using var written = new MemoryStream();
        Server.WriteStructures(written);
        Assert.True(JsonNode.DeepEquals(named, JsonNode.Parse(written.ToArray())));
    }

    [Fact]
    public async Task Faults_strike_these_files_as_well_but_cost_no_error_budget()
    {
        Server.Faults.Add(new Engine.Faults.StatusFault(502) { Path = "/public-contracts", Count = 1 });

        Assert.Equal(502, (await Esi.GetAsync(Path)).Status);
        Assert.Equal(200, (await Esi.GetAsync(Path)).Status);
        Assert.Equal("100", (await Esi.GetAsync("/universe/regions"))["X-Esi-Error-Limit-Remain"]);
    }

    private async Task<byte[]> DownloadAsync()
    {
        using var http = new HttpClient { BaseAddress = Server.BaseAddress };
        return await http.GetByteArrayAsync(Path);
    }

    private static (List<string> Names, Dictionary<string, string> Files) Read(byte[] archive)
    {
        using var unzipped = BZip2Stream.Create(new MemoryStream(archive), CompressionMode.Decompress, decompressConcatenated: true);
        using var plain = new MemoryStream();
        unzipped.CopyTo(plain);
        plain.Position = 0;
        using var tar = new TarReader(plain);
        var (names, files) = (new List<string>(), new Dictionary<string, string>());
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            names.Add(entry.Name);
            files[entry.Name] = entry.DataStream is { } content ? new StreamReader(content).ReadToEnd() : "";
        }

        return (names, files);
    }

    private static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);

    private static IEnumerable<Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        foreach (var line in lines.Skip(1))
        {
            var fields = Fields(line);
            Assert.Equal(header.Length, fields.Count);
            yield return header.Zip(fields).ToDictionary(field => field.First, field => field.Second);
        }
    }

    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"' && quoted && at + 1 < line.Length && line[at + 1] == '"')
                field.Append(line[at++]);
            else if (line[at] == '"')
                quoted = !quoted;
            else if (line[at] == ',' && !quoted)
                (_, field) = (Add(), new());
            else
                field.Append(line[at]);
        }

        Add();
        return fields;

        int Add()
        {
            fields.Add(field.ToString());
            return fields.Count;
        }
    }
}
