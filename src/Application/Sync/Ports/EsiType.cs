using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Sync.Ports;

/// <summary>A type as ESI tells it: its group, not its category. Volume in cubic metres, assembled.</summary>
public sealed record EsiType(TypeId Id, string Name, GroupId GroupId, MarketGroupId? MarketGroupId, bool IsPublished, double? Volume);
