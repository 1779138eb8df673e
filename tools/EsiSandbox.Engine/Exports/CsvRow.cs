using System.Globalization;
using System.Text;

namespace HangarBay.EsiSandbox.Engine.Exports;

/// <summary>
/// One line of a CSV file, field by field. A missing value is an empty field and an empty text is <c>""</c>. A text with a comma, quote,
/// space or line break is quoted.
/// </summary>
internal sealed class CsvRow
{
    private readonly StringBuilder _line = new();
    private bool _begun;

    public CsvRow Add(long? number) => Raw(number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a number that always has a fraction or an exponent.</summary>
    public CsvRow Add(double? number)
    {
        var text = number?.ToString("R", CultureInfo.InvariantCulture);
        return Raw(text is null || text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0");
    }

    /// <summary>Adds <c>true</c>, or an empty field for false, because ESI leaves out the field.</summary>
    public CsvRow AddIfTrue(bool value) => Raw(value ? "true" : null);

    public CsvRow Add(bool value) => Raw(value ? "true" : "false");

    public CsvRow Add(DateTimeOffset instant) => Raw(instant.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));

    public CsvRow Add(string text) => Raw(
        text.Length == 0 || text.AsSpan().ContainsAny(",\"\r\n ") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text);

    public byte[] End() => Encoding.UTF8.GetBytes(_line.Append('\n').ToString());

    private CsvRow Raw(string? text)
    {
        if (_begun)
            _line.Append(',');
        _begun = true;
        _line.Append(text);
        return this;
    }
}
