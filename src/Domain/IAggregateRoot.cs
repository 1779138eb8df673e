namespace HangarBay.Domain;

/// <summary>Marks the entities that repositories hand out; everything else is reached through one of them.</summary>
public interface IAggregateRoot;
