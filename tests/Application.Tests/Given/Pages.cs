using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;

namespace HangarBay.Application.Tests.Given;

/// <summary>
/// ESI's answers to a page of a list. Their generation is that of noon unless a test gives another; they expire half an hour later.
/// </summary>
internal static class Pages
{
    public static readonly DateTimeOffset Now = Noon.AddMinutes(10);

    public static ListedRow ARow(long id) => new(AListedContract() with { Id = new ContractId(id) }, null);

    public static ListPage.Read APageOf(int number, int of, params long[] ids) => new(
        number, of, $"\"{number}\"", Noon, Noon.AddMinutes(30), [.. ids.Select(ARow)], []);

    public static ListPage.NotModified Unmodified(int number, int? of, DateTimeOffset? lastModified = null) =>
        new(number, of, lastModified, Noon.AddMinutes(30));

    /// <summary>The same page of an earlier or later generation; its expiry is shifted by the same time.</summary>
    public static ListPage.Read Shifted(this ListPage.Read page, TimeSpan by) =>
        page with { LastModified = page.LastModified + by, ExpiresAt = page.ExpiresAt + by };

    /// <summary>The page as the last good sweep stored it.</summary>
    public static RegionPage Stored(int number, params long[] ids) => new(TheForge, number, $"\"{number}\"", Noon.AddMinutes(-30), ids);
}
