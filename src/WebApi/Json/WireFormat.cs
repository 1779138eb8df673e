using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace HangarBay.WebApi.Json;

/// <summary>How everything is written: snake_case, every key always there, words for enums, numbers as numbers.</summary>
internal static class WireFormat
{
    public static void SpeakWireFormat(this JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Names in eight languages as they are; what matters in HTML (< > & ' ") stays escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new IskConverter());
        options.Converters.Add(new InstantConverter());
    }
}
