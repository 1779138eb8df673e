namespace HangarBay.Domain.Universe;

/// <summary>One direction of a jump between two systems; the way back is a gate of its own, which need not be listed.</summary>
public sealed class Stargate : IAggregateRoot
{
    private Stargate()
    {
    }

    public Stargate(StargateId id, SystemId systemId, SystemId destinationSystemId)
    {
        Id = id;
        SystemId = systemId;
        DestinationSystemId = destinationSystemId;
    }

    public StargateId Id { get; private set; }

    /// <summary>Where the gate stands.</summary>
    public SystemId SystemId { get; private set; }

    public SystemId DestinationSystemId { get; private set; }
}
