using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace HangarBay.Bench.Reading.Bare;

/// <summary>Columns as the wire has them.</summary>
internal static class BareWords
{
    private const int InstantLength = 24;

    /// <summary>An enum's word as it is stored, in the form of the wire.</summary>
    public static ReadOnlySpan<byte> Wire(string stored) => stored switch
    {
        "ItemExchange" => "item_exchange"u8,
        "Auction" => "auction"u8,
        "Courier" => "courier"u8,
        "Loan" => "loan"u8,
        "Unknown" => "unknown"u8,
        "Expired" => "expired"u8,
        "GoneEarly" => "gone_early"u8,
        "Gone" => "gone"u8,
        "Accepted" => "accepted"u8,
        _ => throw new FormatException($"\"{stored}\" is no word of the wire."),
    };

    public static string? TextOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    /// <summary>Hundredths as a number with both its decimals.</summary>
    public static void WriteIsk(this Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at))
        {
            json.WriteNull(name);
            return;
        }

        var hundredths = row.GetInt64(at);
        json.WriteNumber(name, new decimal((int)hundredths, (int)(hundredths >> 32), 0, isNegative: false, scale: 2));
    }

    public static void WriteDouble(this Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteNumber(name, row.GetDouble(at));
    }

    public static void WriteInt(this Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteNumber(name, row.GetInt32(at));
    }

    public static void WriteLong(this Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteNumber(name, row.GetInt64(at));
    }

    /// <summary>Null where the answer is not known yet.</summary>
    public static void WriteUnless(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool isUnknown, NpgsqlDataReader row, int at)
    {
        if (isUnknown) json.WriteNull(name);
        else json.WriteBoolean(name, row.GetBoolean(at));
    }

    public static void WriteInstant(this Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int at)
    {
        if (row.IsDBNull(at)) json.WriteNull(name);
        else json.WriteInstant(name, row.GetDateTime(at));
    }

    public static void WriteInstant(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime utc)
    {
        Span<byte> text = stackalloc byte[InstantLength];
        utc.TryFormat(text, out var written, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..written]);
    }
}
