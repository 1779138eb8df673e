using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain.Universe;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Parts.Filters;

namespace HangarBay.WebUi.Texts;

/// <summary>Filters in words: <c>Price ≥ 5 M</c>, <c>Region: The Forge</c>.</summary>
public sealed class FilterTexts(Words words, Figure figure, FilterChoices choices)
{
    /// <summary>The filter's name in the form; a filter without a name there has its name in addresses.</summary>
    public static string NameOf(ContractFilter filter, Words words) => words.Find($"Filters.By.{filter.Name}") ?? filter.Name;

    /// <summary>The name of one of its parameters, such as the lowest price.</summary>
    public static string NameOf(ContractFilter filter, string parameter, Words words) => filter is BoundsFilter bounds
        ? $"{NameOf(filter, words)} {words[parameter == bounds.MinName ? "Filters.Min" : "Filters.Max"]}"
        : NameOf(filter, words);

    public string Of(ContractFilter filter, FilterPart part)
    {
        var name = NameOf(filter, words);
        if (filter is BoundsFilter bounds)
        {
            var value = (decimal)part.Value;
            var told = bounds.Unit switch
            {
                BoundsUnit.Isk => words.Format("Contract.Isk", figure.Amount(value)),
                BoundsUnit.CubicMetres => words.Format("Filters.CubicMetres", figure.Volume((double)value)),
                _ => figure.Whole((long)value),
            };
            return words.Format(part.Parameter == bounds.MinName ? "Filters.AtLeast" : "Filters.AtMost", name, told);
        }

        return ValueOf(filter, part.Value) is { } text ? words.Format("Filters.Chip", name, text) : words[$"Filters.Unknown.{filter.Name}"];
    }

    /// <summary>Null: the id's name is not known.</summary>
    private string? ValueOf(ContractFilter filter, object value) => value switch
    {
        string text => text,
        // The texts of the segments name these values already.
        _ when filter == ContractFilters.ContractTypes => words[$"Contracts.Segment.{value}"],
        // The bands have the same names at both ends of a contract.
        SecurityBand => words[$"Filters.By.security.{value}"],
        bool or Enum => words[$"Filters.By.{filter.Name}.{value}"],
        int hours => words.Format("Market.Hours", figure.Whole(hours)),
        DateTimeOffset instant => figure.Instant(instant),
        _ => choices.NameOf(value),
    };
}
