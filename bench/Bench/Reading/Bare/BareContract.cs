using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>One contract with its lines and bids.</summary>
internal sealed class BareContract(long id) : BareAnswer
{
    public override IReadOnlyList<string> Statements { get; } =
        [BareSql.Categories, BareSql.Contract(id), BareSql.Lines(id), BareSql.Bids(id)];

    public override async Task WriteAsync(NpgsqlDataReader results, Utf8JsonWriter json)
    {
        var categories = await ReadCategoriesAsync(results);
        await results.NextResultAsync();
        if (!await results.ReadAsync()) throw new InvalidOperationException($"There is no contract {id}.");
        json.WriteStartObject();
        BareRow.Write(json, results, 0, categories);
        WriteStatus(json, results);

        await results.NextResultAsync();
        json.WriteStartArray("items"u8);
        while (await results.ReadAsync()) WriteLine(json, results);
        json.WriteEndArray();

        await results.NextResultAsync();
        json.WriteStartArray("bids"u8);
        while (await results.ReadAsync())
        {
            json.WriteStartObject();
            json.WriteLong("bid_id"u8, results, 0);
            json.WriteIsk("amount"u8, results, 1);
            json.WriteInstant("date_bid"u8, results, 2);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteStatus(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject("status"u8);
        if (row.IsDBNull(BareRow.Width))
        {
            if (!row.GetBoolean(BareRow.Width + 2)) throw new NotSupportedException("The contract that is measured is closed by a sweep, or live.");
            json.WriteString("state"u8, "live"u8);
            json.WriteNull("evidence"u8);
        }
        else
        {
            json.WriteString("state"u8, "closed"u8);
            json.WriteString("evidence"u8, BareWords.Wire(row.GetString(BareRow.Width + 1)));
        }

        json.WriteInstant("closed_at"u8, row, BareRow.Width);
        json.WriteEndObject();
    }

    private static void WriteLine(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteLong("record_id"u8, row, 0);
        json.WriteInt("type_id"u8, row, 1);
        json.WriteString("type_name"u8, row.TextOrNull(2));
        json.WriteString("category"u8, row.TextOrNull(3));
        json.WriteInt("category_id"u8, row, 4);
        json.WriteInt("group_id"u8, row, 5);
        json.WriteInt("market_group_id"u8, row, 6);
        json.WriteLong("quantity"u8, row, 7);
        json.WriteBoolean("is_included"u8, row.GetBoolean(8));
        json.WriteBoolean("is_blueprint_copy"u8, row.GetBoolean(9));
        json.WriteInt("runs"u8, row, 10);
        json.WriteInt("material_efficiency"u8, row, 11);
        json.WriteInt("time_efficiency"u8, row, 12);
        json.WriteLong("item_id"u8, row, 13);
        json.WriteEndObject();
    }
}
