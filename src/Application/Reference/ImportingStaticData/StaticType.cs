using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>A type as the export tells it: its group, not its category. Volume in cubic metres, assembled.</summary>
public sealed record StaticType(
    TypeId Id, LocalisedName Name, GroupId GroupId, MarketGroupId? MarketGroupId, bool IsPublished, double? Volume);
