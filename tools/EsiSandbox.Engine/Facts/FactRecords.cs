namespace HangarBay.EsiSandbox.Engine.Facts;

/// <param name="Volume">m³ of one, assembled.</param>
/// <param name="PackagedVolume">m³ of one, packaged; equal to <paramref name="Volume"/> for all but ships and a few more.</param>
internal sealed record TypeFact(int Id, int GroupId, int? MarketGroupId, double Volume, double PackagedVolume, string Name);

/// <param name="Names">In the order of <see cref="Languages.All"/>.</param>
internal sealed record GroupFact(int Id, int CategoryId, bool Published, string[] Names);

internal sealed record CategoryFact(int Id, bool Published, string[] Names);

internal sealed record RegionFact(int Id, string Name);

internal sealed record ConstellationFact(int Id, int RegionId, string Name);

internal sealed record SystemFact(int Id, int ConstellationId, double Security, string SecurityClass, double X, double Y, double Z, string Name);

internal sealed record StationFact(int Id, int SystemId, int TypeId, int OwnerId, string Name);
