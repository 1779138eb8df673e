using System.Text.Json;
using System.Text.Json.Serialization;
using HangarBay.Domain;

namespace HangarBay.WebApi.Json;

/// <summary>ISK as a JSON number with both its decimals: <c>285000000.00</c>.</summary>
internal sealed class IskConverter : JsonConverter<Isk>
{
    public override Isk Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var amount) && Isk.TryOf(amount, out var isk)
            ? isk
            : throw new JsonException("This is no amount of ISK.");

    // A decimal keeps its scale: adding 0.00 makes it two places at least, and hundredths make it two at most.
    public override void Write(Utf8JsonWriter writer, Isk value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Amount + 0.00m);
}
