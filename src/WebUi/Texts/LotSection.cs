using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Domain.Catalogue;

namespace HangarBay.WebUi.Texts;

/// <summary>The lines of one category of a large lot. Lines of the same thing are one, with the sum of their quantities.</summary>
/// <param name="Category">The category's name; null where it is unknown.</param>
/// <param name="Lines">The largest quantity first, then by name.</param>
public sealed record LotSection(string? Category, IReadOnlyList<LineDetail> Lines)
{
    /// <summary>From this number of lines on, a lot is shown by sections.</summary>
    public const int Least = 20;

    /// <summary>The units of all lines.</summary>
    public decimal Units => Lines.Sum(line => (decimal)line.Quantity);

    /// <summary>Cubic metres of all lines; null where those of any type are unknown.</summary>
    public double? Volume => Lines.Aggregate((double?)0, (sum, line) => sum + VolumeOf(line));

    /// <summary>Cubic metres of a line; null where those of its type are unknown.</summary>
    public static double? VolumeOf(LineDetail line) => line.UnitVolume * line.Quantity;

    /// <summary>Ships come first, then the sections with the most lines; unknown types come last.</summary>
    public static IReadOnlyList<LotSection> Of(IEnumerable<LineDetail> lines) =>
    [
        .. lines
            .GroupBy(line => (line.TypeId, line.IsBlueprintCopy, line.Runs, line.MaterialEfficiency, line.TimeEfficiency))
            .Select(same => same.First() with { Quantity = same.Aggregate(0L, (sum, line) => sum + Math.Min(line.Quantity, long.MaxValue - sum)) })
            .GroupBy(line => (line.CategoryId, line.Category))
            .OrderByDescending(section => section.Key.CategoryId == CategoryId.Ship.Value)
            .ThenBy(section => section.Key.Category is null)
            .ThenByDescending(section => section.Count())
            .ThenBy(section => section.Key.Category, StringComparer.Ordinal)
            .Select(section => new LotSection(
                section.Key.Category,
                [.. section.OrderByDescending(line => line.Quantity).ThenBy(line => line.TypeName, StringComparer.Ordinal).ThenBy(line => line.RecordId)])),
    ];
}
