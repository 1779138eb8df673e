using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HangarBay.Domain;

namespace HangarBay.WebApi.Json;

/// <summary>ISK as a JSON number with both its decimals: <c>285000000.00</c>.</summary>
internal sealed class IskJsonConverter : JsonConverter<Isk>
{
    public override Isk Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount) && Isk.TryOf(amount, out var isk)
            ? isk
            : throw new JsonException("This is no amount of ISK.");

    public override void Write(Utf8JsonWriter writer, Isk value, JsonSerializerOptions options) => Write(writer, value);

    // Writes the digits of the hundredths, with a point before the last two: a decimal would take several times as long.
    public static void Write(Utf8JsonWriter writer, Isk value)
    {
        Span<byte> text = stackalloc byte[24];
        var (whole, hundredths) = long.DivRem(value.Hundredths, 100);
        whole.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        text[length] = (byte)'.';
        text[length + 1] = (byte)('0' + (hundredths / 10));
        text[length + 2] = (byte)('0' + (hundredths % 10));
        writer.WriteRawValue(text[..(length + 3)], skipInputValidation: true);
    }
}
