using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using MediatR;

namespace HangarBay.Application.Contracts.GettingTaxonomy;

internal sealed class GetTaxonomyHandler(MarketPin pin) : IRequestHandler<GetTaxonomy, Taxonomy>
{
    public async Task<Taxonomy> Handle(GetTaxonomy query, CancellationToken cancellationToken)
    {
        var view = (await pin.TakeAsync(cancellationToken)).View;
        return view.Taxonomies.GetOrAdd(query.Lang, Make, view);
    }

    private static Taxonomy Make(Language language, MarketView view)
    {
        var names = view.Market.Dictionaries;
        var groups = OfferedGroups(view).Select(id => names.Groups.Find(id)).OfType<ItemGroup>().ToList();
        var categories = groups.Select(group => group.CategoryId).Distinct().Select(id => names.Categories.Find(id)).OfType<ItemCategory>();
        return new Taxonomy(
            [.. categories
                .Select(category => new TaxonomyCategory(category.Id.Value, category.Name.In(language)))
                .OrderBy(category => category.Name, StringComparer.Ordinal).ThenBy(category => category.CategoryId)],
            [.. groups
                .Select(group => new TaxonomyGroup(group.Id.Value, group.CategoryId.Value, group.Name.In(language)))
                .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.GroupId)],
            CoverageOf(view));
    }

    private static HashSet<GroupId> OfferedGroups(MarketView view)
    {
        var known = view.Market.Dictionaries;
        var groups = new HashSet<GroupId>();
        foreach (var kind in Bits.Of(view.Offered))
        {
            if (known.Kinds.Groups[kind] is >= 0 and var group) groups.Add(known.Groups[group]);
        }

        return groups;
    }

    private static TaxonomyCoverage CoverageOf(MarketView view)
    {
        var isPending = view.Counts.Any(count => count.Segment.LinesState.IsUnread());
        var isSwept = view.Market.Tried.Count > 0 && view.Market.Tried.All(region => region.AsOf is not null);
        return isSwept && !isPending ? TaxonomyCoverage.Complete : TaxonomyCoverage.Partial;
    }
}
