using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.Market;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.GetNames;

internal sealed class GetNamesHandler(
    StampReader stamps,
    MarketCache cache,
    IReadRepository<SolarSystem> systems,
    IReadRepository<Location> locations,
    IReadRepository<ItemType> types,
    IReadRepository<Region> regions) : IRequestHandler<GetNames, KnownNames>
{
    public async Task<KnownNames> Handle(GetNames request, CancellationToken cancellationToken)
    {
        var names = cache.At(await stamps.ReadAsync(cancellationToken)).Names;
        await NamesKept.ReadAsync(locations, names.Locations, request.StationIds, ids => new LocationsOfIds(ids), location => location.Id, cancellationToken);
        await NamesKept.ReadAsync(types, names.Types, request.TypeIds, ids => new TypesOfIds(ids), type => type.Id, cancellationToken);
        var stations = Known(names.Locations, request.StationIds);

        var systemIds = request.SystemIds.Concat(stations.Select(station => station.SystemId).OfType<SystemId>()).ToList();
        await NamesKept.ReadAsync(systems, names.Systems, systemIds, ids => new SystemsOfIds(ids), system => system.Id, cancellationToken);
        var around = Known(names.Systems, systemIds);

        var regionIds = request.RegionIds.Concat(around.Select(system => system.RegionId).OfType<RegionId>()).ToList();
        await NamesKept.ReadAsync(regions, names.Regions, regionIds, ids => new RegionsOfIds(ids), region => region.Id, cancellationToken);
        var within = Known(names.Regions, regionIds).ToDictionary(region => region.Id, region => new KnownRegion(region.Id.Value, region.Name.In(request.Lang)));

        return new KnownNames(
            around.ToDictionary(system => system.Id, system => Named(system, within, request.Lang)),
            stations.Where(station => station.Name is not null)
                .ToDictionary(station => station.Id, station => new KnownStation(station.Id.Value, station.Name!, station.SystemId?.Value)),
            Known(names.Types, request.TypeIds).Where(type => type.Name is not null)
                .ToDictionary(type => type.Id, type => new KnownType(type.Id.Value, type.Name!.In(request.Lang), type.CategoryId?.Value)),
            within);
    }

    private static KnownSystem Named(SolarSystem system, Dictionary<RegionId, KnownRegion> regions, Language language) => new(
        system.Id.Value,
        system.Name.In(language),
        system.Security.Displayed,
        system.Security.Band,
        system.RegionId?.Value,
        system.RegionId is { } region ? regions.GetValueOrDefault(region)?.Name : null);

    /// <summary>In the order asked, each once.</summary>
    private static List<T> Known<TId, T>(IReadOnlyDictionary<TId, T?> kept, IEnumerable<TId> ids)
        where TId : notnull
        where T : class => [.. ids.Distinct().Select(id => kept.GetValueOrDefault(id)).OfType<T>()];
}
