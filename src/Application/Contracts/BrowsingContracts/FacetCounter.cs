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
    // One bit for each kind of line, set where the kind meets the whole question.
    private readonly Lazy<ulong[]> _kinds = new(() => LineQuestion.For(query, view.Market).Kinds);

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
            asked.Contains(FacetFamily.ContractTypes) ? CountContractTypes() : null);
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

    /// <summary>
    /// Counts the facets of lines. The contracts meet all other conditions; the conditions on lines are judged here, line by line.
    /// </summary>
    private LineTally CountLines(HashSet<FacetFamily> asked)
    {
        using var rows = RowsForLines();
        var tally = new LineTally(
            Known,
            asked.Contains(FacetFamily.Types) ? Kinds(query.TypeIds.Count > 0, query with { TypeIds = [] }) : null,
            asked.Contains(FacetFamily.Groups) ? Kinds(query.GroupIds.Count > 0, query with { GroupIds = [] }) : null,
            asked.Contains(FacetFamily.Categories) ? Kinds(query.CategoryIds.Count > 0, query with { CategoryIds = [] }) : null);
        tally.Count(rows);
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

    /// <summary>
    /// The kinds of lines that meet the question without a family's filter. Where that filter is not set, they are the kinds of the whole
    /// question.
    /// </summary>
    private ulong[] Kinds(bool isGiven, BrowseContracts others) => isGiven ? LineQuestion.For(others, view.Market).Kinds : _kinds.Value;

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
