namespace HangarBay.EsiSandbox.Engine.Market;

/// <summary>What a region's list says from one turnover to the next: the same bytes for everybody who asks.</summary>
internal sealed class Generation
{
    public const int RowsPerPage = 1000;

    private Generation(DateTimeOffset instant, DateTimeOffset expires, long[] ids, Page[] pages)
    {
        Instant = instant;
        Expires = expires;
        Ids = ids;
        Pages = pages;
    }

    /// <summary>The list's <c>Last-Modified</c>: contracts live at this instant are on it.</summary>
    public DateTimeOffset Instant { get; }

    public DateTimeOffset Expires { get; }
    public long[] Ids { get; }

    /// <summary>At least one: an empty region answers an empty page.</summary>
    public Page[] Pages { get; }

    public static Generation Of(DateTimeOffset instant, DateTimeOffset expires, IEnumerable<Contract> contracts)
    {
        var rows = contracts.OrderBy(c => c.Id).ToArray();
        var pages = rows.Chunk(RowsPerPage).DefaultIfEmpty([]).Select(chunk => Page.Of(ListRows.Write(chunk, instant)));
        return new(instant, expires, [.. rows.Select(c => c.Id)], [.. pages]);
    }
}

/// <param name="ETag">Quoted; equal bodies have equal tags.</param>
internal sealed record Page(byte[] Body, string ETag)
{
    public static Page Of(byte[] body) => new(body, Http.EntityTag.Strong(body));
}
