using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>Counts the rows that each value of a family would show together with all other filters (B17).</summary>
/// <param name="query">The question.</param>
/// <param name="view">The market it is asked of.</param>
/// <param name="live">All that is live in it.</param>
/// <param name="bySegment">How many rows meet all filters but those of segments, by <see cref="SegmentCode"/>.</param>
/// <param name="listed">The rows that the question lists.</param>
internal sealed class FacetCounter(BrowseContracts query, MarketView view, RowSet live, int[] bySegment, RowSet listed)
{
    private PublishedDictionaries Known => view.Market.Dictionaries;

    public Facets? Count()
    {
        var asked = query.Facets.ToHashSet();
        if (asked.Count == 0) return null;

        using var lines = asked.Overlaps([FacetFamily.Categories, FacetFamily.Groups, FacetFamily.Types]) ? CountLines(asked) : null;
        return new Facets(
            asked.Contains(FacetFamily.Regions) ? CountRegions() : null,
            asked.Contains(FacetFamily.Categories) ? TellCategories(lines!) : null,
            asked.Contains(FacetFamily.Groups) ? TellGroups(lines!) : null,
            asked.Contains(FacetFamily.Types) ? TellTypes(lines!) : null,
            asked.Contains(FacetFamily.Security) ? CountSecurity() : null,
            asked.Contains(FacetFamily.ContractTypes) ? CountContractTypes() : null,
            asked.Contains(FacetFamily.Segments) ? CountSegments() : null);
    }

    private IdFacet CountRegions()
    {
        var counts = new int[Known.Regions.Count];
        using var others = query.RegionIds.Count == 0 ? null : RowsFor(query with { RegionIds = [] });
        var rows = others ?? listed;
        rows.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(rows.Of(index))) counts[block.Region[at]]++;
        });
        var chosen = query.RegionIds.Select(id => id.Value);
        return Tell(counts.Index().ToDictionary(count => Known.Regions[count.Index].Value, count => count.Item), chosen, id => Known.Regions.Find(new RegionId(id))?.Name.In(query.Lang));
    }

    private SecurityFacet CountSecurity()
    {
        var bands = view.Market.Places.Value.Bands;
        var counts = new int[Enum.GetValues<SecurityBand>().Length];
        using var others = query.Security.Count == 0 ? null : RowsFor(query with { Security = [] });
        var rows = others ?? listed;
        rows.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(rows.Of(index)))
            {
                if (block.Start[at] >= 0 && bands[block.Start[at]] is { } band) counts[(int)band]++;
            }
        });
        return new SecurityFacet([.. counts.Index().Select(count => new SecurityCount((SecurityBand)count.Index, count.Item))]);
    }

    private ContractTypeFacet CountContractTypes()
    {
        var others = new SegmentTally(query with { ContractTypes = [] }, bySegment);
        return new ContractTypeFacet([.. Enum.GetValues<ContractType>().Select(type => new ContractTypeCount(type, others.TotalOf(type)))]);
    }

    /// <summary>Want-to-buys are counted as their own segment lists them, by what they request (B12).</summary>
    private ContractSegmentFacet CountSegments()
    {
        var asked = query with { Segments = [] };
        using var rows = query.Segments.Count == 0 ? null : new Conditions(asked, view.Market).Keep(live.Copy());
        var others = new SegmentTally(asked, rows?.CountBySegment() ?? bySegment);
        using var wanted = RowsFor(query with { Segments = [ContractSegment.Wanted] });
        // Any segment of exchanges will do, because an exchange whose lines are unread may be in each of them.
        var pending = (query with { Segments = [ContractSegment.Goods] }).CountPending(live);
        return new ContractSegmentFacet(
            [.. Enum.GetValues<ContractSegment>().Select(name => new ContractSegmentCount(name, name == ContractSegment.Wanted ? wanted.Count : others.TotalOf(name)))],
            pending,
            others.TotalOutside);
    }

    /// <summary>
    /// Counts the facets of lines. The contracts meet all other conditions; the conditions on lines are judged here, line by line.
    /// </summary>
    private LineTally CountLines(HashSet<FacetFamily> asked)
    {
        using var rows = RowsForLines();
        var tally = new LineTally(Known);
        foreach (var part in AskedPart.Of(query))
        {
            using var own = part.Rows is { } condition ? rows.Copy().Keep(condition) : null;
            var kinds = new Lazy<ulong[]>(() => LineQuestion.For(query, view.Market, part.Lines).Kinds);
            // The kinds that meet the question without a family's filter. Where it is not set, they are the kinds of the whole question.
            ulong[]? Without(FacetFamily family, bool isGiven, BrowseContracts others) =>
                !asked.Contains(family) ? null : isGiven ? LineQuestion.For(others, view.Market, part.Lines).Kinds : kinds.Value;
            tally.Count(
                own ?? rows,
                Without(FacetFamily.Types, query.TypeIds.Count > 0, query with { TypeIds = [] }),
                Without(FacetFamily.Groups, query.GroupIds.Count > 0, query with { GroupIds = [] }),
                Without(FacetFamily.Categories, query.CategoryIds.Count > 0, query with { CategoryIds = [] }));
        }

        return tally;
    }

    private IdFacet TellTypes(LineTally lines) =>
        Tell(lines.ByType(), query.TypeIds.Select(id => id.Value), id => Known.Types.Find(new TypeId(id))?.Name?.In(query.Lang));

    private IdFacet TellGroups(LineTally lines) =>
        Tell(lines.ByGroup(), query.GroupIds.Select(id => id.Value), id => Known.Groups.Find(new GroupId(id))?.Name.In(query.Lang));

    private IdFacet TellCategories(LineTally lines) =>
        Tell(lines.ByCategory(), query.CategoryIds.Select(id => id.Value), id => Known.Categories.Find(new CategoryId(id))?.Name.In(query.Lang));

    private RowSet RowsFor(BrowseContracts asked) => Listed(asked, new Conditions(asked, view.Market).Keep(live.Copy()));

    /// <summary>
    /// The rows for facets of lines: contracts whose lines are read (B2). The conditions on lines are judged by the tally itself.
    /// </summary>
    private RowSet RowsForLines() => Listed(
        query, query.AsksOneLine() ? new Conditions(query, view.Market).KeepAllButLines(live.Copy()) : listed.Copy(), needsLines: true);

    private static RowSet Listed(BrowseContracts asked, RowSet rows, bool needsLines = false)
    {
        var tally = new SegmentTally(asked, []);
        return rows.Keep(new SegmentFilter(segment => tally.Lists(segment) && (!needsLines || !segment.LinesState.IsUnread())));
    }

    private static IdFacet Tell(IReadOnlyDictionary<int, int> counts, IEnumerable<int> chosen, Func<int, string?> nameOf)
    {
        var wanted = chosen.ToHashSet();
        var others = counts.Where(count => count.Value > 0 && !wanted.Contains(count.Key)).ToList();
        // Sorting and limiting in one query lets the library sort only the largest values.
        var told = others.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(IdFacet.MaxValues)
            .Select(count => (Id: count.Key, Count: count.Value))
            .Concat(wanted.Select(id => (Id: id, Count: counts.GetValueOrDefault(id))));
        return new IdFacet(
            [.. told.OrderByDescending(value => value.Count).ThenBy(value => value.Id).Select(value => new IdCount(value.Id, nameOf(value.Id), value.Count))],
            Math.Max(0, others.Count - IdFacet.MaxValues));
    }
}
