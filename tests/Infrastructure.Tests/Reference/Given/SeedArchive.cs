using System.Formats.Tar;
using System.Text;
using System.Text.Json;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace HangarBay.Infrastructure.Tests.Reference.Given;

/// <summary>An archive of public contracts in EVE Ref's format, which tests can damage.</summary>
internal sealed class SeedArchive
{
    private const string ContractColumns =
        "collateral,contract_id,date_expired,date_issued,days_to_complete,end_location_id,issuer_corporation_id,issuer_id,price,reward,"
        + "start_location_id,title,type,volume,http_last_modified,region_id,station_id,system_id,constellation_id,for_corporation,buyout";

    private const string LineColumns =
        "is_blueprint_copy,is_included,item_id,material_efficiency,quantity,record_id,runs,time_efficiency,type_id,http_last_modified,contract_id";

    private readonly List<string> _contracts = [ContractColumns];
    private readonly List<string> _lines = [LineColumns];
    private readonly List<string> _bids = ["amount,bid_id,date_bid,http_last_modified,contract_id"];

    public string Datasource { get; set; } = "tranquility";

    /// <summary>The order of the files by their path in the archive; the usual order unless a test changes it.</summary>
    public List<string> Order { get; } = ["meta.json", "contracts.csv", "contract_items.csv", "contract_bids.csv"];

    /// <summary>Adds a contract. The given columns override those of an ordinary item exchange.</summary>
    public SeedArchive Contract(long id, params (string Column, string Value)[] values)
    {
        var row = new Dictionary<string, string>
        {
            ["contract_id"] = $"{id}",
            ["collateral"] = "0.0",
            ["date_issued"] = "2026-11-19T12:00:00Z",
            ["date_expired"] = "2026-12-03T12:00:00Z",
            ["days_to_complete"] = "0",
            ["issuer_id"] = "2112000001",
            ["issuer_corporation_id"] = "98000001",
            ["price"] = "2.85E8",
            ["reward"] = "0.0",
            ["start_location_id"] = "60003760",
            ["end_location_id"] = "60003760",
            ["title"] = "\"\"",
            ["type"] = "item_exchange",
            ["volume"] = "486000.0",
            ["region_id"] = "10000002",
        };
        foreach (var (column, value) in values) row[column] = value;
        _contracts.Add(string.Join(',', ContractColumns.Split(',').Select(column => row.GetValueOrDefault(column, ""))));
        return this;
    }

    public SeedArchive Line(long contract, long record, int type = 24688, params (string Column, string Value)[] values)
    {
        var row = new Dictionary<string, string>
        {
            ["contract_id"] = $"{contract}",
            ["record_id"] = $"{record}",
            ["type_id"] = $"{type}",
            ["quantity"] = "1",
            ["is_included"] = "true",
        };
        foreach (var (column, value) in values) row[column] = value;
        _lines.Add(string.Join(',', LineColumns.Split(',').Select(column => row.GetValueOrDefault(column, ""))));
        return this;
    }

    public SeedArchive Bid(long contract, long bid, string amount)
    {
        _bids.Add($"{amount},{bid},2026-11-20T10:00:00Z,,{contract}");
        return this;
    }

    /// <summary>Adds a row with the values of ESI's JSON.</summary>
    public SeedArchive Contract(JsonElement row, int region) => Add(_contracts, ContractColumns, row, ("region_id", $"{region}"));

    /// <inheritdoc cref="Contract(JsonElement, int)"/>
    public SeedArchive Line(JsonElement row, long contract) => Add(_lines, LineColumns, row, ("contract_id", $"{contract}"));

    public SeedArchive Spoil(string file, string line)
    {
        (file == "contracts.csv" ? _contracts : file == "contract_items.csv" ? _lines : _bids).Add(line);
        return this;
    }

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var packed = BZip2Stream.Create(bytes, CompressionMode.Compress, decompressConcatenated: false, leaveOpen: true))
        using (var tar = new TarWriter(packed))
        {
            foreach (var name in Order)
            {
                var text = name switch
                {
                    "meta.json" => $$"""{"datasource":"{{Datasource}}","scrape_start":"2026-11-20T16:30:00Z"}""",
                    "contracts.csv" => string.Join('\n', _contracts),
                    "contract_items.csv" => string.Join('\n', _lines),
                    _ => string.Join('\n', _bids),
                };
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text + "\n")) });
            }
        }

        return bytes.ToArray();
    }

    private SeedArchive Add(List<string> rows, string columns, JsonElement row, (string Column, string Value) more)
    {
        rows.Add(string.Join(',', columns.Split(',').Select(column =>
            column == more.Column ? more.Value : row.TryGetProperty(column, out var value) ? Quoted(value) : "")));
        return this;
    }

    private static string Quoted(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? $"\"{value.GetString()!.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value.GetRawText();
}
