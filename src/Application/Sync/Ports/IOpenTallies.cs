using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.Ports;

/// <summary>The kept counts of open contracts (<see cref="Domain.Market.OpenTally"/>).</summary>
public interface IOpenTallies
{
    /// <summary>Counts the regions anew. Belongs into the transaction that changed their contracts, after the last change.</summary>
    Task RecountAsync(IReadOnlyCollection<RegionId> regions, CancellationToken cancellationToken);
}
