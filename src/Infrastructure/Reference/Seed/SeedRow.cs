using System.Globalization;
using CsvHelper;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Reference.Seed;

/// <summary>
/// Reads the fields of a row by the names of the columns, which come in any order. A field that cannot be read is null, and the first such
/// field is named in <see cref="Flaw"/>. An empty field counts as absent.
/// </summary>
internal sealed class SeedRow(CsvReader csv)
{
    /// <summary>The first flaw of the row; null if there is none. It quotes only names of columns.</summary>
    public string? Flaw { get; private set; }

    /// <summary>Begins the next row. A malformed row has quotes that do not match, or another number of fields than there are columns.</summary>
    public void Begin(bool isMalformed) => Flaw = isMalformed ? "The row cannot be read." : null;

    public string? Text(string column) =>
        csv.TryGetFieldIndex(column, out var index) && index < csv.FieldCount && csv.GetStringOrNull(index) is { Length: > 0 } text ? text : null;

    public long? Long(string column) => Read<long>(
        column, text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            && value is >= -ContractId.MaxValue and <= ContractId.MaxValue ? value : null);

    public int? Int(string column) => Read<int>(
        column, text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    /// <summary>An amount in ISK. The archive writes large amounts with exponents.</summary>
    public decimal? Decimal(string column) => Read<decimal>(
        column, text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null);

    public double? Double(string column) => Read<double>(
        column, text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null);

    /// <summary>A truth value; false if absent, as ESI leaves out false values.</summary>
    public bool Bool(string column) => Read<bool>(column, text => bool.TryParse(text, out var value) ? value : null) ?? false;

    public DateTimeOffset? Instant(string column) => Read<DateTimeOffset>(
        column, text => DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var value) ? value : null);

    /// <summary>The value of a required field. If it is absent, the row has a flaw.</summary>
    public T Need<T>(string column, T? value)
        where T : struct
    {
        if (value is null) Flaw ??= $"{column} is missing.";
        return value ?? default;
    }

    private T? Read<T>(string column, Func<string, T?> parse)
        where T : struct
    {
        if (Text(column) is not { } text) return null;
        var value = parse(text);
        if (value is null) Flaw ??= $"{column} is of the wrong kind, or out of range.";
        return value;
    }
}
