using System.Text.Json;

namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>Rows of lines and bids as ESI prints them.</summary>
internal static class EsiRows
{
    public static byte[] Write(IEnumerable<Line> lines) => JsonText.Bytes(lines, Write);

    public static byte[] Write(IEnumerable<Bid> bids) => JsonText.Bytes(bids, Write);

    public static void Write(Utf8JsonWriter writer, IEnumerable<Line> lines)
    {
        writer.WriteStartArray();
        foreach (var line in lines)
            Row(writer, line);
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, IEnumerable<Bid> bids)
    {
        writer.WriteStartArray();
        foreach (var bid in bids)
        {
            writer.WriteStartObject();
            writer.Double("amount"u8, bid.Amount);
            writer.WriteNumber("bid_id"u8, bid.Id);
            writer.Instant("date_bid"u8, bid.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Row(Utf8JsonWriter writer, Line line)
    {
        writer.WriteStartObject();
        if (line.Copy)
            writer.WriteBoolean("is_blueprint_copy"u8, true);
        writer.WriteBoolean("is_included"u8, line.Included);
        if (line.ItemId is { } item)
            writer.WriteNumber("item_id"u8, item);
        if (line.Material is { } material)
            writer.WriteNumber("material_efficiency"u8, material);
        writer.WriteNumber("quantity"u8, line.Quantity);
        writer.WriteNumber("record_id"u8, line.RecordId);
        if (line.Runs is { } runs)
            writer.WriteNumber("runs"u8, runs);
        if (line.Time is { } time)
            writer.WriteNumber("time_efficiency"u8, time);
        writer.WriteNumber("type_id"u8, line.TypeId);
        writer.WriteEndObject();
    }
}
