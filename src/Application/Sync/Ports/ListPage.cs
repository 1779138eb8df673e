using HangarBay.Domain.Contracts;

namespace HangarBay.Application.Sync.Ports;

/// <summary>ESI's answer to one page of a region's list.</summary>
public abstract record ListPage
{
    private ListPage()
    {
    }

    /// <summary>
    /// 200. <paramref name="Rows"/> in ESI's order; <paramref name="Rejected"/> are rows that could not be read at all.
    /// <paramref name="PageCount"/> is <c>X-Pages</c>.
    /// </summary>
    public sealed record Read(
        int Number,
        int PageCount,
        string? ETag,
        DateTimeOffset LastModified,
        DateTimeOffset ExpiresAt,
        IReadOnlyList<ListedRow> Rows,
        IReadOnlyList<RejectedRow> Rejected) : ListPage;

    /// <summary>304: the page is as it was when its ETag was given. <paramref name="PageCount"/> is null where the answer lacks it.</summary>
    public sealed record NotModified(int Number, int? PageCount, DateTimeOffset? LastModified, DateTimeOffset ExpiresAt) : ListPage;

    /// <summary>404: no such region, or no such page any more.</summary>
    public sealed record Missing(int Number) : ListPage;
}

/// <summary>A row of a list; <paramref name="UnknownType"/> is ESI's word for the contract's type where that is unknown, else null.</summary>
public sealed record ListedRow(ListedContract Contract, string? UnknownType);

/// <summary>A row that could not be read. <paramref name="Id"/> is its contract's id, or null where even that is unreadable.</summary>
public sealed record RejectedRow(ContractId? Id, string Reason);
