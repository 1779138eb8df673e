namespace HangarBay.Domain.Catalogue;

/// <summary>A node of the market's tree, such as Ships or Battleships.</summary>
public sealed class MarketGroup : IAggregateRoot
{
    private MarketGroup() => Name = null!;

    public MarketGroup(MarketGroupId id, MarketGroupId? parentId, LocalisedName name)
    {
        Id = id;
        ParentId = parentId;
        Name = name;
    }

    public MarketGroupId Id { get; private set; }

    /// <summary>Null at the root.</summary>
    public MarketGroupId? ParentId { get; private set; }

    public LocalisedName Name { get; private set; }
}
