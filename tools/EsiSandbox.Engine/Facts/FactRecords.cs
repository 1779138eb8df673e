namespace HangarBay.EsiSandbox.Engine.Facts;

/// <param name="Volume">m³ of one item, assembled.</param>
/// <param name="PackagedVolume">m³ of one item, packaged; equal to <paramref name="Volume"/> for all but ships and a few more.</param>
internal sealed record TypeFact(int Id, int GroupId, int? MarketGroupId, double Volume, double PackagedVolume, string Name);

/// <param name="Names">In the order of <see cref="Languages.All"/>.</param>
internal sealed record GroupFact(int Id, int CategoryId, bool Published, string[] Names);

internal sealed record CategoryFact(int Id, bool Published, string[] Names);

/// <param name="FactionId">The faction that holds the region; null: none.</param>
internal sealed record RegionFact(int Id, int? FactionId, string Name);

internal sealed record ConstellationFact(int Id, int RegionId, string Name);

internal sealed record SystemFact(int Id, int ConstellationId, double Security, string SecurityClass, double X, double Y, double Z, string Name);

internal sealed record StationFact(int Id, int SystemId, int TypeId, int OwnerId, string Name);

/// <summary>What the export has for a station instead of its name.</summary>
/// <param name="Planet">Null: the station orbits no planet.</param>
/// <param name="EndsInOperation">Whether the station's name ends with the name of the operation.</param>
internal sealed record StationOrbit(int StationId, int? Planet, int? Moon, int OperationId, bool EndsInOperation);

/// <param name="Names">In the order of <see cref="Languages.All"/>.</param>
internal sealed record MarketGroupFact(int Id, int? ParentId, bool HasTypes, string[] Names);

internal sealed record StargateFact(int Id, int SystemId, int DestinationId, int DestinationSystemId);
