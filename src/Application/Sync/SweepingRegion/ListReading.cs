using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;

namespace HangarBay.Application.Sync.SweepingRegion;

/// <summary>The result of reading a region's list. <c>ExpiresAt</c> is null where no page answered.</summary>
internal abstract record ListReading(DateTimeOffset? ExpiresAt)
{
    /// <summary>Every page answered 304. <paramref name="Generation"/> is null where the answers do not tell it.</summary>
    public sealed record Unchanged(DateTimeOffset? Generation, DateTimeOffset? ExpiresAt) : ListReading(ExpiresAt);

    /// <summary>
    /// All pages of one generation. <paramref name="Rows"/> are those of pages that were read anew; <paramref name="ListedIds"/> are the
    /// ids on every page, set aside or not. <paramref name="Doubtful"/> is true where ids of two pages overlap, because the list may have
    /// moved between them. It is also true where a row's id is unreadable. Then an absence proves nothing.
    /// </summary>
    public sealed record Whole(
        DateTimeOffset Generation,
        DateTimeOffset? ExpiresAt,
        IReadOnlyList<RegionPage> Pages,
        IReadOnlyList<ListedRow> Rows,
        IReadOnlySet<ContractId> ListedIds,
        bool Doubtful,
        IReadOnlyList<Surprise> Surprises) : ListReading(ExpiresAt);

    /// <summary>The list could not be read whole; <paramref name="Reason"/> is a sentence.</summary>
    public sealed record Incomplete(string Reason, DateTimeOffset? ExpiresAt) : ListReading(ExpiresAt);
}
