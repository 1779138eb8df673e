using System.Globalization;
using System.Text.Json;
using HangarBay.Domain;

namespace HangarBay.WebApi.Exports;

/// <summary>Cells as JSON has their values. Numbers are written without a leading apostrophe, although a security below 0 begins with a minus sign.</summary>
internal static class PlainCells
{
    public static object? Of(object? value) => value switch
    {
        bool flag => flag ? "true" : "false",
        Enum word => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()),
        Isk isk => isk.Amount + 0.00m,
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        _ => value,
    };
}
