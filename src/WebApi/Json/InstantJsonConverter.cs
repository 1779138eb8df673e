using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HangarBay.WebApi.Json;

/// <summary>Instants as ISO 8601 in UTC, cut (not rounded) to milliseconds: <c>2026-03-01T12:00:00.123Z</c>.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    // The length of the round-trip format up to its milliseconds. That format is written many times quicker than a custom one.
    private const int ToMilliseconds = 23;
    private const int RoundTrip = 28;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset().ToUniversalTime();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => Write(writer, value);

    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[RoundTrip];
        value.UtcDateTime.TryFormat(text, out _, "O", CultureInfo.InvariantCulture);
        text[ToMilliseconds] = (byte)'Z';
        writer.WriteStringValue(text[..(ToMilliseconds + 1)]);
    }
}
