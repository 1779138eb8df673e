using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Market;

/// <summary>
/// How many contracts a region has that are not closed, by all that the segments of a list tell apart. Kept, as counting them
/// is most of what a list without filters would cost; whoever changes a region's contracts sets it right in the same
/// transaction.
/// </summary>
public sealed class OpenTally : IAggregateRoot
{
    private OpenTally()
    {
    }

    public OpenTally(TallyKey key, int count)
    {
        (RegionId, Type, IsShipContract, ItemsState) = key;
        Count = count;
    }

    public TallyKey Key => new(RegionId, Type, IsShipContract, ItemsState);

    public RegionId RegionId { get; private set; }

    public ContractType Type { get; private set; }

    public bool IsShipContract { get; private set; }

    public ItemsState ItemsState { get; private set; }

    /// <summary>Above 0.</summary>
    public int Count { get; private set; }
}
