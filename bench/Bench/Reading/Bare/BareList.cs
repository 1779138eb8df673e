using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>A page of contracts.</summary>
/// <param name="list">What <see cref="BareSql.List"/> makes.</param>
/// <param name="page">Its number.</param>
/// <param name="cursor">Of the query.</param>
/// <param name="byPrice">Sorted by price, else by the date of issue.</param>
internal sealed class BareList(string list, int page, BareCursor cursor, bool byPrice = false) : BareAnswer
{
    public const int Size = 50;
    private const int Counts = 7;

    public override IReadOnlyList<string> Statements { get; } = [BareSql.Coverage, BareSql.Categories, list];

    public override async Task WriteAsync(NpgsqlDataReader results, Utf8JsonWriter json)
    {
        var regions = new List<(bool IsLive, int Id, DateTime AsOf, string? Name)>();
        while (await results.ReadAsync()) regions.Add((results.GetBoolean(0), results.GetInt32(1), results.GetDateTime(2), results.TextOrNull(3)));
        await results.NextResultAsync();
        var categories = await ReadCategoriesAsync(results);
        await results.NextResultAsync();
        if (!await results.ReadAsync()) throw new InvalidOperationException("Counts are always one row.");

        var counts = new int[Counts];
        for (var index = 0; index < Counts; index++) counts[index] = results.GetInt32(index);
        json.WriteStartObject();
        json.WriteNumber("total"u8, counts[0]);
        json.WriteNumber("page"u8, page);
        json.WriteNumber("size"u8, Size);
        json.WriteStartArray("items"u8);
        var (id, key) = (0L, 0L);
        if (!results.IsDBNull(Counts))
        {
            do
            {
                json.WriteStartObject();
                BareRow.Write(json, results, Counts, categories);
                json.WriteEndObject();
                (id, key) = (results.GetInt64(Counts), Key(results));
            }
            while (await results.ReadAsync());
        }

        json.WriteEndArray();
        WriteSegments(json, counts);
        WriteCoverage(json, regions);
        json.WriteNull("unknown_system_excluded"u8);
        json.WriteNumber("pending"u8, counts[6]);
        json.WriteString("next_cursor"u8, counts[0] > page * Size ? cursor.Of(page + 1, id, key) : null);
        json.WriteEndObject();
    }

    private static void WriteSegments(Utf8JsonWriter json, int[] counts)
    {
        json.WriteStartObject("segment_counts"u8);
        json.WriteNumber("item_exchange"u8, counts[1]);
        json.WriteNumber("auction"u8, counts[2]);
        json.WriteNumber("courier"u8, counts[3]);
        json.WriteNumber("loan"u8, counts[4]);
        json.WriteNumber("unknown"u8, counts[5]);
        json.WriteEndObject();
    }

    private static void WriteCoverage(Utf8JsonWriter json, List<(bool IsLive, int Id, DateTime AsOf, string? Name)> regions)
    {
        json.WriteStartObject("coverage"u8);
        json.WriteString("source"u8, regions[0].IsLive ? "live"u8 : "sample"u8);
        json.WriteStartArray("ingested_region_ids"u8);
        foreach (var region in regions) json.WriteNumberValue(region.Id);
        json.WriteEndArray();
        json.WriteInstant("as_of"u8, regions.Max(region => region.AsOf));
        json.WriteStartArray("regions"u8);
        foreach (var region in regions)
        {
            json.WriteStartObject();
            json.WriteNumber("region_id"u8, region.Id);
            json.WriteString("name"u8, region.Name);
            json.WriteInstant("as_of"u8, region.AsOf);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Of an auction the current bid where it is known.</summary>
    private long Key(NpgsqlDataReader row) => !byPrice
        ? new DateTimeOffset(row.GetDateTime(Counts + 25)).ToUnixTimeMilliseconds()
        : row.GetInt64(row.IsDBNull(Counts + 32) ? Counts + 5 : Counts + 32);
}
