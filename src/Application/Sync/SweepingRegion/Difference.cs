using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>
/// The difference between a whole list and the stored contracts (M3). Ids are compared as sets. <see cref="Moved"/> are auctions of which
/// only the coarse dates moved; they are rewritten but count as unchanged.
/// </summary>
internal sealed class Difference
{
    public Difference(ListReading.Whole list, IReadOnlyCollection<OpenListing> stored)
    {
        var open = stored.ToDictionary(listing => listing.Id);
        List<ListedRow> fresh = [], changed = [], moved = [];
        foreach (var row in list.Rows)
        {
            if (!open.TryGetValue(row.Contract.Id, out var old)) fresh.Add(row);
            else if (old.Fingerprint != row.Contract.Fingerprint()) changed.Add(row);
            else if (row.Contract.Type.HasCoarseDates() && old.DateExpired != row.Contract.DateExpired) moved.Add(row);
        }

        (New, Changed, Moved) = (fresh, changed, moved);
        Gone = list.Doubtful ? [] : [.. stored.Where(listing => !list.ListedIds.Contains(listing.Id))];
        Unchanged = stored.Count(listing => list.ListedIds.Contains(listing.Id)) - Changed.Count;
        Listed = New.Count + Changed.Count + Unchanged;
        GoneEarly = Gone.Count(listing => listing.DateExpired > list.Generation);
    }

    public IReadOnlyList<ListedRow> New { get; }

    public IReadOnlyList<ListedRow> Changed { get; }

    public IReadOnlyList<ListedRow> Moved { get; }

    public IReadOnlyList<OpenListing> Gone { get; }

    /// <summary>Those of <see cref="Gone"/> whose date had not passed. A broken list could make these seem gone.</summary>
    public int GoneEarly { get; }

    public int Unchanged { get; }

    /// <summary>How many contracts are open once the difference is stored.</summary>
    public int Listed { get; }

    /// <summary>Rows to be written from the list.</summary>
    public IEnumerable<ListedRow> Rows => New.Concat(Changed).Concat(Moved);

    public bool IsEmpty => New.Count + Changed.Count + Moved.Count + Gone.Count == 0;
}
