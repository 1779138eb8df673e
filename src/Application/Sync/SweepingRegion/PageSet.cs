using System.Collections.Concurrent;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>The pages of one region as far as they were read, and whether they make one list.</summary>
internal sealed class PageSet(RegionId region, IReadOnlyCollection<RegionPage> stored)
{
    /// <summary>Pages of one generation may differ by a second or two, because ESI's servers do.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(2);

    private readonly Dictionary<int, RegionPage> _stored = stored.ToDictionary(page => page.Number);
    private readonly ConcurrentDictionary<int, ListPage> _pages = [];
    private readonly HashSet<int> _unconditional = [];
    private int _pageCount = 1;

    /// <summary>When the last of the pages read expires; null where none answered.</summary>
    public DateTimeOffset? ExpiresAt => Pages.Select(page => ExpiryOf(page.Value)).Max();

    /// <summary>ESI knows no such region.</summary>
    public bool IsUnknown => _pages.TryGetValue(1, out var first) && first is ListPage.Missing;

    /// <summary>A page within the page count is missing, so the pages cannot make one list.</summary>
    public bool LacksOne => Pages.Any(page => page.Value is ListPage.Missing);

    public bool IsMissing(int number) => _pages.GetValueOrDefault(number) is ListPage.Missing;

    /// <summary>Sorted by number, without pages beyond the page count that were read before the list shrank.</summary>
    private IEnumerable<KeyValuePair<int, ListPage>> Pages => _pages.Where(page => page.Key <= _pageCount).OrderBy(page => page.Key);

    /// <summary>Null where the page is not known, or is read again because it did not fit.</summary>
    public string? ETagOf(int number) => _unconditional.Contains(number) ? null : _stored.GetValueOrDefault(number)?.ETag;

    public void Take(int number, ListPage page)
    {
        _pages[number] = page;
        if (number == 1) _pageCount = Math.Max(1, PageCountOf(page) ?? _stored.Count);
    }

    public IReadOnlyList<int> Unread() => [.. Enumerable.Range(1, _pageCount).Where(number => !_pages.ContainsKey(number))];

    /// <summary>Drops these pages, so that they are read again in full.</summary>
    public void Forget(IReadOnlyCollection<int> numbers)
    {
        foreach (var number in numbers)
        {
            _pages.TryRemove(number, out _);
            _unconditional.Add(number);
        }
    }

    public DateTimeOffset? ExpiryOf(IReadOnlyCollection<int> numbers) =>
        numbers.Select(number => _pages.TryGetValue(number, out var page) ? ExpiryOf(page) : null).Max();

    /// <summary>Null where the pages make one list.</summary>
    public PageFault? FindFault()
    {
        int[] Those(Func<ListPage, bool> condition) => [.. Pages.Where(page => condition(page.Value)).Select(page => page.Key)];

        var newest = Generation;
        if (Those(page => newest - LastModifiedOf(page) > Tolerance) is { Length: > 0 } older)
            return new("The pages were of different generations.", older, MustExpire: true);
        if (Those(page => page is ListPage.Missing) is { Length: > 0 })
            return new("A page of the list was missing.", Those(_ => true), MustExpire: true);
        if (Pages.Select(page => PageCountOf(page.Value)).OfType<int>().Distinct().Count() > 1)
            return new("The pages gave different numbers of pages.", Those(_ => true), MustExpire: true);
        return _pageCount > 1 && Those(IsEmpty) is { Length: > 0 } empty
            ? new("A page of the list was empty.", empty, MustExpire: false)
            : null;
    }

    public ListReading Assemble()
    {
        // If all pages are unmodified and as many as before, the list is the old one. If they are fewer, the last pages are gone.
        if (_pageCount == _stored.Count && Pages.All(page => page.Value is ListPage.NotModified))
            return new ListReading.Unchanged(Generation, ExpiresAt);

        var rows = new List<ListedRow>();
        var listed = new HashSet<ContractId>();
        var surprises = new List<Surprise>();
        var doubtful = false;
        foreach (var (number, page) in Pages)
        {
            doubtful |= IdsOf(number, page).Any(listed.Contains) || HasNamelessRow(page);
            if (page is ListPage.Read read) TakeRows(read, rows, listed, surprises);
            else listed.UnionWith(IdsOf(number, page));
        }

        var generation = Generation ?? _stored.Values.Select(page => page.LastModified).Max();
        var pages = Pages.Select(page => ToRegionPage(page.Key, page.Value, isProof: !doubtful)).ToList();
        return new ListReading.Whole(generation, ExpiresAt, pages, [.. rows.OrderBy(row => row.Contract.Id)], listed, doubtful, surprises);
    }

    private static void TakeRows(
        ListPage.Read page, List<ListedRow> rows, HashSet<ContractId> listed, List<Surprise> surprises)
    {
        foreach (var rejected in page.Rejected)
        {
            if (rejected.Id is { } id) listed.Add(id);
            surprises.Add(new Surprise(rejected.Id is { } known ? $"contract {known}" : $"a row of page {page.Number}", rejected.Reason));
        }

        ContractId previous = default;
        foreach (var row in page.Rows)
        {
            var contract = row.Contract;
            if (!listed.Add(contract.Id)) Note("The contract stands twice in the list.");
            else if (contract.FindFlaw() is { } flaw) Note(flaw);
            else rows.Add(row);

            if (contract.Id.CompareTo(previous) < 0) Note("The contract is out of order; it was kept.");
            if (row.UnknownType is not null) Note("The contract's type is unknown; it was kept as unknown.");
            previous = contract.Id;

            void Note(string reason) => surprises.Add(new Surprise($"contract {contract.Id}", reason));
        }
    }

    private DateTimeOffset? Generation => Pages.Select(page => LastModifiedOf(page.Value)).Max();

    private IEnumerable<ContractId> IdsOf(int number, ListPage page) => page is ListPage.Read read
        ? read.Rows.Select(row => row.Contract.Id).Concat(read.Rejected.Select(row => row.Id).OfType<ContractId>())
        : _stored[number].ContractIds.Select(id => new ContractId(id));

    /// <summary>A doubtful list is stored without tags, because a 304 would confirm a list from which nothing could be closed.</summary>
    private RegionPage ToRegionPage(int number, ListPage page, bool isProof)
    {
        if (page is not ListPage.Read read) return isProof ? _stored[number] : Untagged(_stored[number]);
        return new RegionPage(
            region, number, isProof ? read.ETag : null, read.LastModified, [.. IdsOf(number, page).Select(id => id.Value)]);
    }

    private static RegionPage Untagged(RegionPage page) =>
        new(page.RegionId, page.Number, etag: null, page.LastModified, page.ContractIds);

    /// <summary>Null for a 304 without the header. It confirms the page as stored, whatever its generation.</summary>
    private static DateTimeOffset? LastModifiedOf(ListPage page) => page switch
    {
        ListPage.Read read => read.LastModified,
        ListPage.NotModified notModified => notModified.LastModified,
        _ => null,
    };

    /// <summary>A row without a readable id may be about any contract that seems to be missing.</summary>
    private static bool HasNamelessRow(ListPage page) => page is ListPage.Read read && read.Rejected.Any(row => row.Id is null);

    private static bool IsEmpty(ListPage page) => page is ListPage.Read { Rows.Count: 0, Rejected.Count: 0 };

    private static int? PageCountOf(ListPage page) => page switch
    {
        ListPage.Read read => read.PageCount,
        ListPage.NotModified notModified => notModified.PageCount,
        _ => null,
    };

    private static DateTimeOffset? ExpiryOf(ListPage page) => page switch
    {
        ListPage.Read read => read.ExpiresAt,
        ListPage.NotModified notModified => notModified.ExpiresAt,
        _ => null,
    };
}
