using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using MediatR;

namespace HangarBay.Application.Contracts.GetTaxonomy;

internal sealed class GetTaxonomyHandler(
    MarketReader market,
    IOfferedGroups offered,
    IReadRepository<ItemGroup> groups,
    IReadRepository<ItemCategory> categories,
    LiveCounts live,
    IReadRepository<RegionCoverage> coverages) : IRequestHandler<GetTaxonomy, Taxonomy>
{
    public async Task<Taxonomy> Handle(GetTaxonomy query, CancellationToken cancellationToken)
    {
        var view = await market.ReadAsync(query.Lang, cancellationToken);
        var kept = view.Kept.Taxonomies;
        return kept.TryGetValue(query.Lang, out var known) ? known : kept[query.Lang] = await ReadAsync(query, view, cancellationToken);
    }

    private async Task<Taxonomy> ReadAsync(GetTaxonomy query, MarketView view, CancellationToken cancellationToken)
    {
        var groupIds = await offered.ListAsync(view.Instant, cancellationToken);
        var offeredGroups = await groups.ListAsync(new GroupsOfIds(groupIds), cancellationToken);
        var categoryIds = offeredGroups.Select(group => group.CategoryId).Distinct().ToList();
        var offeredCategories = await categories.ListAsync(new CategoriesOfIds(categoryIds), cancellationToken);

        return new Taxonomy(
            [.. offeredCategories
                .Select(category => new TaxonomyCategory(category.Id.Value, category.Name.In(query.Lang)))
                .OrderBy(category => category.Name, StringComparer.Ordinal).ThenBy(category => category.CategoryId)],
            [.. offeredGroups
                .Select(group => new TaxonomyGroup(group.Id.Value, group.CategoryId.Value, group.Name.In(query.Lang)))
                .OrderBy(group => group.Name, StringComparer.Ordinal).ThenBy(group => group.GroupId)],
            await CoverageAsync(view, cancellationToken));
    }

    private async Task<TaxonomyCoverage> CoverageAsync(MarketView view, CancellationToken cancellationToken)
    {
        var known = await coverages.CountAsync(new EveryRegionTried(), cancellationToken);
        var counts = await live.ReadAsync(view, cancellationToken);
        var isPending = counts.Any(count => count.Segment.ItemsState.IsUnread() && count.Count > 0);
        return known > 0 && known == view.AsOf.Count && !isPending ? TaxonomyCoverage.Complete : TaxonomyCoverage.Partial;
    }
}

/// <summary>Every region that was ever asked for, swept well or not.</summary>
public sealed class EveryRegionTried : Specification<RegionCoverage>;
