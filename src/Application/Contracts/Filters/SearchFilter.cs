using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Domain;

namespace HangarBay.Application.Contracts.Filters;

/// <summary>A text to search for, see <see cref="SearchTerms"/>.</summary>
public sealed class SearchFilter : ContractFilter<string>
{
    private const string About =
        "Plain words, all of them within the title or all within the name of one offered item; double quotes make a phrase. "
        + "With segment=wanted the name is that of one requested item.";

    internal SearchFilter()
        : base("search", new FilterRule<string>
        {
            NeedsLines = LineNeed.Sometimes,
            Rows = (search, market, language) => Mentioning(search, market, language, AskedLines.Offered),
            RequestingRows = (search, market, language) => Mentioning(search, market, language, AskedLines.Requested),
        })
    {
    }

    public string? In(FilterValues values) => (string?)values.Of(this);

    public override object? Read(IFilterReader reader) => reader.Text(Name, About, SearchTerms.MaxLength);

    private protected override IEnumerable<FilterFlaw> FlawsOf(string value) => SearchTerms.FindFlaw(value) is { } flaw ? [new(Name, flaw)] : [];

    private protected override IEnumerable<Parameter> Write(string value) => [new(Name, value.Trim())];

    private protected override IEnumerable<FilterPart> PartsOf(string value) => [new(Name, value.Trim(), null)];

    /// <summary>Every term in the title, or every term in the name of one item (B3).</summary>
    private static IRowFilter Mentioning(string search, LiveMarket market, Language language, AskedLines lines)
    {
        var terms = SearchTerms.Of(search);
        var titled = new CodeFilter(block => block.Title, market.Titles.Holding(terms));
        var types = market.TypeNames.Holding(terms, language);
        return types.Count == 0
            ? titled
            : new EitherFilter(titled, new LineFilter(new LineQuestion(market.Dictionaries, lines).OfTypes(types).Kinds));
    }
}
