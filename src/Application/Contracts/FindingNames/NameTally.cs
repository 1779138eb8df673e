using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.InMemory.Matching;
using HangarBay.Application.InMemory.Rows;

namespace HangarBay.Application.Contracts.FindingNames;

/// <summary>
/// How many live contracts offer each type, group and category, start in each place, and were issued by each character. Each number is the
/// total of a list with that value as its only filter. Numbers are by the code of a thing's row.
/// </summary>
internal sealed class NameTally
{
    public NameTally(MarketView view)
    {
        var known = view.Market.Dictionaries;
        using var live = RowSet.Live(view.Market, view.Instant, CancellationToken.None);
        var offered = known.Kinds.OfferedBits;
        using (var lines = new LineTally(known))
        {
            lines.Count(live, offered, offered, offered);
            (Types, Groups, Categories) = (lines.OfTypes(), lines.OfGroups(), lines.OfCategories());
        }

        (Places, Regions, Characters) = (new int[known.Places.Count], new int[known.Regions.Count], new int[known.Characters.Count]);
        live.ForEachBlock((block, index) =>
        {
            foreach (var at in Bits.Of(live.Of(index)))
            {
                if (block.Start[at] >= 0) Places[block.Start[at]]++;
                Regions[block.Region[at]]++;
                Characters[block.Issuer[at]]++;
            }
        });
        Systems = new int[known.Systems.Count];
        var systems = view.Market.Places.Value.Systems;
        for (var place = 0; place < Places.Length; place++)
        {
            if (systems[place] is { } id && known.Systems.TryFindCode(id, out var system)) Systems[system] += Places[place];
        }
    }

    public int[] Types { get; }

    public int[] Groups { get; }

    public int[] Categories { get; }

    public int[] Systems { get; }

    public int[] Places { get; }

    public int[] Regions { get; }

    public int[] Characters { get; }
}
