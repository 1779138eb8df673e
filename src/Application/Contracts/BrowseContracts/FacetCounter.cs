using System.Buffers;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Contracts.BrowseContracts;

/// <summary>Counts what each value of a family would show beside all other filters (B17).</summary>
/// <param name="query">The question.</param>
/// <param name="view">The market it is asked of.</param>
/// <param name="live">All that is live in it.</param>
/// <param name="listed">Those that the question lists.</param>
internal sealed class FacetCounter(BrowseContracts query, MarketView view, RowSet live, RowSet listed)
{
    private PublishedDictionaries Known => view.Market.Dictionaries;

    public Facets? Count()
    {
        var asked = query.Facets.ToHashSet();
        if (asked.Count == 0) return null;

        // What lines are asked besides, one by one: their contracts meet everything else.
        using var offering = asked.Overlaps([FacetFamily.Categories, FacetFamily.Groups, FacetFamily.Types]) ? RowsForLines() : null;
        return new Facets(
            asked.Contains(FacetFamily.Regions) ? CountRegions() : null,
            asked.Contains(FacetFamily.Categories) ? CountCategories(offering!, Kinds(query with { CategoryIds = [] })) : null,
            asked.Contains(FacetFamily.Groups) ? CountGroups(offering!, Kinds(query with { GroupIds = [] })) : null,
            asked.Contains(FacetFamily.Types) ? CountTypes(offering!, Kinds(query with { TypeIds = [] })) : null,
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
        using var others = query.ContractTypes.Count == 0 ? null : RowsFor(query with { ContractTypes = [] });
        var counts = (others ?? listed).CountBySegment().Index().GroupBy(count => SegmentCode.Read(count.Index).Type, count => count.Item).ToDictionary(type => type.Key, type => type.Sum());
        return new ContractTypeFacet([.. Enum.GetValues<ContractType>().Select(type => new ContractTypeCount(type, counts.GetValueOrDefault(type)))]);
    }

    private IdFacet CountTypes(RowSet rows, ulong[] kinds) => Tell(
        CountLines(rows, kinds, Known.Kinds.Types, Known.Types.Count, code => Known.Types[code].Value),
        query.TypeIds.Select(id => id.Value),
        id => Known.Types.Find(new TypeId(id))?.Name?.In(query.Lang));

    private IdFacet CountGroups(RowSet rows, ulong[] kinds) => Tell(
        CountLines(rows, kinds, Known.Kinds.Groups, Known.Groups.Count, code => Known.Groups[code].Value),
        query.GroupIds.Select(id => id.Value),
        id => Known.Groups.Find(new GroupId(id))?.Name.In(query.Lang));

    private IdFacet CountCategories(RowSet rows, ulong[] kinds) => Tell(
        CountLines(rows, kinds, Known.Kinds.Categories, Known.Categories.Count, code => Known.Categories[code].Value),
        query.CategoryIds.Select(id => id.Value),
        id => Known.Categories.Find(new CategoryId(id))?.Name.In(query.Lang));

    /// <summary>How many contracts have a line of each value, by id; one that has several of the same counts once.</summary>
    /// <param name="rows">The contracts.</param>
    /// <param name="kinds">Kinds of lines that count, a bit each.</param>
    /// <param name="column">The values' codes, by kind; -1 for none.</param>
    /// <param name="values">How many codes there are.</param>
    /// <param name="idOf">The id with a code.</param>
    private static Dictionary<int, int> CountLines(RowSet rows, ulong[] kinds, Grown<int> column, int values, Func<int, int> idOf)
    {
        // Both are large objects where there are many types.
        var (counts, lastRow, row) = (ArrayPool<int>.Shared.Rent(values), ArrayPool<int>.Shared.Rent(values), 0);
        counts.AsSpan(0, values).Clear();
        lastRow.AsSpan(0, values).Clear();
        rows.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(rows.Of(index)))
            {
                row++;
                foreach (var kind in block.LinesOf(at))
                {
                    if (!Bits.Has(kinds, kind)) continue;
                    var value = column[kind];
                    if (value < 0 || lastRow[value] == row) continue;
                    lastRow[value] = row;
                    counts[value]++;
                }
            }
        });
        var byId = new Dictionary<int, int>();
        for (var code = 0; code < values; code++)
        {
            if (counts[code] > 0) byId[idOf(code)] = counts[code];
        }

        ArrayPool<int>.Shared.Return(counts);
        ArrayPool<int>.Shared.Return(lastRow);
        return byId;
    }

    private RowSet RowsFor(BrowseContracts asked) => Listed(asked, new Conditions(asked, view.Market).Keep(live.Copy()));

    /// <summary>All that a value of lines leaves: it needs items (B2), and asks them itself.</summary>
    private RowSet RowsForLines() => Listed(query, new Conditions(query, view.Market).KeepAllButLines(live.Copy()), needsItems: true);

    private static RowSet Listed(BrowseContracts asked, RowSet rows, bool needsItems = false)
    {
        var tally = new SegmentTally(asked, []);
        return rows.Keep(new SegmentFilter(segment => tally.Lists(segment) && (!needsItems || !segment.ItemsState.IsUnread())));
    }

    private ulong[] Kinds(BrowseContracts asked) => LineQuestion.For(asked, view.Market).Kinds;

    private static IdFacet Tell(IReadOnlyDictionary<int, int> counts, IEnumerable<int> chosen, Func<int, string?> nameOf)
    {
        var wanted = chosen.ToHashSet();
        var others = counts.Where(count => count.Value > 0 && !wanted.Contains(count.Key)).OrderByDescending(count => count.Value).ThenBy(count => count.Key).ToList();
        var told = others.Take(IdFacet.MaxValues).Select(count => (Id: count.Key, Count: count.Value))
            .Concat(wanted.Select(id => (Id: id, Count: counts.GetValueOrDefault(id))));
        return new IdFacet(
            [.. told.OrderByDescending(value => value.Count).ThenBy(value => value.Id).Select(value => new IdCount(value.Id, nameOf(value.Id), value.Count))],
            Math.Max(0, others.Count - IdFacet.MaxValues));
    }
}
