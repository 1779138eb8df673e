using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Sync.Ports;

/// <summary>
/// A type as ESI sends it, with its group and not its category. The name is null where ESI sends none. Volume in cubic metres, assembled.
/// </summary>
public sealed record EsiType(TypeId Id, string? Name, GroupId GroupId, MarketGroupId? MarketGroupId, bool IsPublished, double? Volume);

/// <summary>A group as ESI sends it. The name is null where ESI sends none.</summary>
public sealed record EsiGroup(GroupId Id, CategoryId CategoryId, string? Name, bool IsPublished);
