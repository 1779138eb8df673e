namespace HangarBay.EsiSandbox.Engine.Facts;

/// <param name="Volume">m³ of one, assembled.</param>
/// <param name="PackagedVolume">m³ of one, packaged; equal to <paramref name="Volume"/> for all but ships and a few more.</param>
internal sealed record TypeFact(int Id, int GroupId, int? MarketGroupId, double Volume, double PackagedVolume, string Name);

/// <param name="Names">In the order of <see cref="Languages.All"/>.</param>
internal sealed record GroupFact(int Id, int CategoryId, bool Published, string[] Names);

internal sealed record CategoryFact(int Id, bool Published, string[] Names);

/// <param name="FactionId">Who holds it; null: nobody.</param>
internal sealed record RegionFact(int Id, int? FactionId, string Name);

internal sealed record ConstellationFact(int Id, int RegionId, string Name);

internal sealed record SystemFact(int Id, int ConstellationId, double Security, string SecurityClass, double X, double Y, double Z, string Name);

internal sealed record StationFact(int Id, int SystemId, int TypeId, int OwnerId, string Name);

/// <summary>What the export tells of a station instead of its name.</summary>
/// <param name="Planet">Null: it circles none.</param>
/// <param name="EndsInOperation">Whether its name ends in the operation's.</param>
internal sealed record StationOrbit(int StationId, int? Planet, int? Moon, int OperationId, bool EndsInOperation);

/// <param name="Names">In the order of <see cref="Languages.All"/>.</param>
internal sealed record MarketGroupFact(int Id, int? ParentId, bool HasTypes, string[] Names);

internal sealed record StargateFact(int Id, int SystemId, int DestinationId, int DestinationSystemId);
