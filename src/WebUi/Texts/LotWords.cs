using HangarBay.Application.Contracts;
using HangarBay.Domain.Catalogue;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebUi.Texts;

/// <summary>Says what a lot of several things consists of: the categories as the game names them, counted in units.</summary>
public sealed class LotWords(Words words, Figure figure)
{
    private const int MostOfAList = 3;

    /// <summary>Names a mixed lot by its largest categories, because its issuer chooses which line comes first.</summary>
    public string Headline(LotComposition lot) => words.Format("Market.MixedLot", List(lot));

    /// <summary>The largest categories, ships before all others.</summary>
    public string List(LotComposition lot)
    {
        var parts = Ordered(lot).Take(MostOfAList).Select(Part);
        return string.Join(words["Site.Comma"], parts) + (lot.Categories.Count > MostOfAList ? "…" : "");
    }

    /// <summary>All categories, ships before all others.</summary>
    public string All(LotComposition lot) => string.Join(words["Site.Comma"], Ordered(lot).Select(Part));

    private static IEnumerable<LotCategory> Ordered(LotComposition lot) =>
        lot.Categories.OrderByDescending(category => category.CategoryId == CategoryId.Ship.Value);

    private string Part(LotCategory category)
    {
        var name = category.Name ?? words["Market.UnknownCategory"];
        return category.UnitCount is { } units ? $"{name} ×\u00a0{figure.Whole(units)}" : name;
    }
}
