using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>What a lot consists of, which is stored as pairs of category and lines: <c>[[6,1],[7,12],[null,1]]</c>.</summary>
internal static class BareComposition
{
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row, int at, int volumeAt, Dictionary<int, string?> names)
    {
        if (row.IsDBNull(at))
        {
            json.WriteNull("composition"u8);
            return;
        }

        var counts = Read(row.GetFieldValue<byte[]>(at), names);
        counts.Sort(Compare);
        var lines = 0;
        json.WriteStartObject("composition"u8);
        json.WriteStartArray("categories"u8);
        foreach (var count in counts)
        {
            lines += count.Lines;
            json.WriteStartObject();
            if (count.Id is { } id) json.WriteNumber("category_id"u8, id);
            else json.WriteNull("category_id"u8);
            json.WriteString("name"u8, count.Name);
            json.WriteNumber("item_row_count"u8, count.Lines);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("total_item_rows"u8, lines);
        json.WriteDouble("total_volume"u8, row, volumeAt);
        json.WriteEndObject();
    }

    private static List<(int? Id, string? Name, int Lines)> Read(byte[] text, Dictionary<int, string?> names)
    {
        var counts = new List<(int? Id, string? Name, int Lines)>();
        var reader = new Utf8JsonReader(text);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            reader.Read();
            int? id = reader.TokenType == JsonTokenType.Null ? null : reader.GetInt32();
            reader.Read();
            counts.Add((id, id is { } known ? names.GetValueOrDefault(known) : null, reader.GetInt32()));
            reader.Read();
        }

        return counts;
    }

    /// <summary>Largest first, named before unnamed, then by name, then by id.</summary>
    private static int Compare((int? Id, string? Name, int Lines) one, (int? Id, string? Name, int Lines) other)
    {
        if (one.Lines != other.Lines) return other.Lines.CompareTo(one.Lines);
        if (one.Name is null != other.Name is null) return one.Name is null ? 1 : -1;
        var byName = string.CompareOrdinal(one.Name, other.Name);
        return byName != 0 ? byName : Nullable.Compare(one.Id, other.Id);
    }
}
