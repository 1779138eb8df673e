using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Market.Ports;

/// <summary>The kept counts of open contracts (<see cref="OpenTally"/>). They belong into the transaction that changes contracts.</summary>
public interface IOpenTallies
{
    /// <summary>Counts the regions anew, after the last change. Takes time in proportion to the regions.</summary>
    Task RecountAsync(IReadOnlyCollection<RegionId> regions, CancellationToken cancellationToken);

    /// <summary>Adds or takes away so many by key. Takes time in proportion to the keys: for frequent changes of few contracts in large regions.</summary>
    Task ChangeAsync(IReadOnlyDictionary<TallyKey, int> changes, CancellationToken cancellationToken);
}
