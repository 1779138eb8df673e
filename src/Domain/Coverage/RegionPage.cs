using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Coverage;

/// <summary>What a region's page held when it was last read, so that a 304 stands for known ids (M3).</summary>
public sealed class RegionPage
{
    /// <summary>A longer tag is not stored, and its page is read in full each time. The longest tag of ESI is not known.</summary>
    public const int MaxETagLength = 200;

    private RegionPage() => ContractIds = [];

    public RegionPage(RegionId regionId, int number, string? etag, DateTimeOffset lastModified, IReadOnlyList<long> contractIds)
    {
        RegionId = regionId;
        Number = number;
        ETag = etag?.Length <= MaxETagLength ? etag : null;
        LastModified = lastModified;
        ContractIds = [.. contractIds];
    }

    public RegionId RegionId { get; private set; }

    public int Number { get; private set; }

    /// <summary>As ESI sent it, quotes included; null where it sent none, or one that is too long.</summary>
    public string? ETag { get; private set; }

    public DateTimeOffset LastModified { get; private set; }

    /// <summary>Every id the page named, rows set aside included.</summary>
    public List<long> ContractIds { get; private set; }

    internal void Become(RegionPage page) =>
        (ETag, LastModified, ContractIds) = (page.ETag, page.LastModified, page.ContractIds);
}
