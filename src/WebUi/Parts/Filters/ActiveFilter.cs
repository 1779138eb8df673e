using HangarBay.WebUi.Addresses;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Parts.Filters;

/// <summary>
/// One filter that is set, in words, and the same view without it. The segment that is shown is no filter in this sense.
/// </summary>
public sealed record ActiveFilter(string Text, ContractsView Without)
{
    /// <summary>The filters that are set, in the table's order.</summary>
    public static IReadOnlyList<ActiveFilter> Of(ContractsView view, FilterChoices choices, Words words, Figure figure)
    {
        var texts = new FilterTexts(words, figure, choices);
        return
        [
            .. from given in view.Filters.Given
               from part in given.Filter.PartsOf(given.Value)
               select new ActiveFilter(texts.Of(given.Filter, part), view.With(filters => filters.With(given.Filter, part.Without))),
        ];
    }
}
