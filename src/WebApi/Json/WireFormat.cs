using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace HangarBay.WebApi.Json;

/// <summary>How everything is written: keys in snake_case and never left out, enums as words, numbers as numbers.</summary>
internal static class WireFormat
{
    /// <summary>
    /// The options for answers: as for everything, but rows are written by hand. The API's description cannot be made from such rows.
    /// </summary>
    public static readonly JsonSerializerOptions Answers = OfAnswers();

    public static void SpeakWireFormat(this JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.NumberHandling = JsonNumberHandling.Strict;
        // Names in eight languages stay readable; what matters in HTML (< > & ' ") stays escaped.
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
