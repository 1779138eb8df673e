using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace HangarBay.WebApi.Json;

/// <summary>How everything is written: snake_case, every key always there, words for enums, numbers as numbers.</summary>
internal static class WireFormat
{
    /// <summary>What answers are written by: as everything is, with rows written by hand, of which a description of the API could not be made.</summary>
    public static readonly JsonSerializerOptions Answers = OfAnswers();

    public static void SpeakWireFormat(this JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Names in eight languages as they are; what matters in HTML (< > & ' ") stays escaped.
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new IskJsonConverter());
        options.Converters.Add(new InstantJsonConverter());
    }

    private static JsonSerializerOptions OfAnswers()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.SpeakWireFormat();
        options.Converters.Add(new ContractRowJsonConverter());
        return options;
    }
}
