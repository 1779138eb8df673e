using System.Formats.Tar;
using System.Text.Json;
using SharpCompress.Compressors;
using SharpCompress.Compressors.BZip2;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>
/// EVE Ref's archive of public contracts: a tar of CSV files, compressed with bzip2. EVE Ref scrapes ESI at every full and half hour.
/// </summary>
internal static class ContractArchive
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Takes = TimeSpan.FromMinutes(3);

    /// <summary>The time of the last scrape at or before an instant.</summary>
    public static DateTimeOffset ScrapeBefore(DateTimeOffset instant) => instant.AddTicks(-(instant.UtcTicks % Every.Ticks));

    /// <summary>Writes the archive of the last scrape. Only one row is in memory at a time.</summary>
    public static void Write(Sandbox sandbox, Stream stream)
    {
        var scrape = ScrapeBefore(sandbox.Time.GetUtcNow());
        var tables = new ContractTables(sandbox, scrape);
        using var compressed = BZip2Stream.Create(stream, CompressionMode.Compress, decompressConcatenated: false, leaveOpen: true);
        using (var tar = new TarWriter(compressed, TarEntryFormat.Ustar, leaveOpen: true))
        {
            Add("meta.json", [Meta(scrape)]);
            Add("contracts.csv", tables.Contracts());
            Add("contract_items.csv", tables.Lines());
            Add("contract_bids.csv", tables.Bids());
            Add("contract_dynamic_items.csv", ContractTables.Empty("created_by,mutator_type_id,source_type_id,item_id,contract_id,http_last_modified"));
            Add("contract_non_dynamic_items.csv", ContractTables.Empty("item_id,contract_id,http_last_modified"));
            Add("contract_dynamic_items_dogma_attributes.csv", ContractTables.Empty("attribute_id,value,contract_id,item_id,http_last_modified"));
            Add("contract_dynamic_items_dogma_effects.csv", ContractTables.Empty("effect_id,is_default,contract_id,item_id,http_last_modified"));

            void Add(string name, IEnumerable<byte[]> rows)
            {
                using var content = new RowStream(rows);
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = scrape });
            }
        }

        compressed.Finish();
    }

    private static byte[] Meta(DateTimeOffset scrape) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        datasource = "tranquility",
        scrape_start = scrape.UtcDateTime,
        scrape_end = (scrape + Takes).UtcDateTime,
    });
}
