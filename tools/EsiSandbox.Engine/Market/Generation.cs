namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>The content of a region's list from one turnover to the next: the same bytes for every caller.</summary>
internal sealed class Generation
{
    public const int RowsPerPage = 1000;

    private readonly Lazy<Page>[] _pages;
    private readonly Func<long, ContractTerms> _find;

    /// <param name="ids">Ascending.</param>
    /// <param name="find">Finds any of these ids, for as long as this generation is in use.</param>
    /// <param name="early">Whether a page, counted from 1, was made a second before the others.</param>
    public Generation(DateTimeOffset instant, DateTimeOffset expires, long[] ids, Func<long, ContractTerms> find, Predicate<int> early)
    {
        Instant = instant;
        Expires = expires;
        Ids = ids;
        _find = find;
        // A page is made when it is first asked for, because making a whole region at once would delay the first caller.
        _pages = [.. ids.Chunk(RowsPerPage).DefaultIfEmpty([]).Select((chunk, index) => new Lazy<Page>(() => Market.Page.Of(
            ListRows.Write([.. chunk.Select(find)], instant), TimeSpan.FromSeconds(early(index + 1) ? 1 : 0))))];
    }

    /// <summary>The list's <c>Last-Modified</c>. The contracts that are live at this instant are on the list.</summary>
    public DateTimeOffset Instant { get; }

    public DateTimeOffset Expires { get; }
    public long[] Ids { get; }

    /// <summary>The number of pages, at least one: an empty region answers an empty page.</summary>
    public int Pages => _pages.Length;

    /// <summary>The contracts, by ascending id.</summary>
    public IEnumerable<ContractTerms> Contracts => Ids.Select(_find);

    /// <param name="number">From 1 to <see cref="Pages"/>.</param>
    public Page Page(int number) => _pages[number - 1].Value;
}

/// <param name="ETag">Quoted; equal bodies have equal tags.</param>
/// <param name="Early">How much earlier than on the other pages its Last-Modified and Expires are.</param>
internal sealed record Page(byte[] Body, string ETag, TimeSpan Early)
{
    public static Page Of(byte[] body, TimeSpan early) => new(body, Http.EntityTag.Strong(body), early);
}
