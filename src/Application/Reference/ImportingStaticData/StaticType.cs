using HangarBay.Domain;
using HangarBay.Domain.Catalogue;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>A type of the export, which names its group and not its category. Volume in cubic metres, assembled.</summary>
public sealed record StaticType(
    TypeId Id, LocalisedName Name, GroupId GroupId, MarketGroupId? MarketGroupId, bool IsPublished, double? Volume);
