using HangarBay.Application.InMemory.Following;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.GettingNames;

internal sealed class GetNamesHandler(MarketPin pin) : IRequestHandler<GetNames, KnownNames>
{
    public async Task<KnownNames> Handle(GetNames request, CancellationToken cancellationToken)
    {
        var names = (await pin.TakeAsync(cancellationToken)).View.Market.Dictionaries;
        var stations = Known(request.StationIds, names.Places.Find);
        var systems = Known([.. request.SystemIds, .. stations.Select(station => station.SystemId).OfType<SystemId>()], names.Systems.Find);
        var regions = Known([.. request.RegionIds, .. systems.Select(system => system.RegionId).OfType<RegionId>()], names.Regions.Find)
            .ToDictionary(region => region.Id, region => new KnownRegion(region.Id.Value, region.Name.In(request.Lang)));

        return new KnownNames(
            systems.ToDictionary(system => system.Id, system => Named(system, regions, request.Lang)),
            stations.Where(station => station.Name is not null)
                .ToDictionary(station => station.Id, station => new KnownStation(station.Id.Value, station.Name!, station.SystemId?.Value)),
            Known(request.TypeIds, names.Types.Find).Where(type => type.Name is not null)
                .ToDictionary(type => type.Id, type => new KnownType(type.Id.Value, type.Name!.In(request.Lang), type.CategoryId?.Value)),
            regions)
        {
            Characters = Known(request.CharacterIds, names.Characters.Find).Where(character => character.Name is not null)
                .ToDictionary(character => character.Id, character => character.Name!),
        };
    }

    private static KnownSystem Named(SolarSystem system, Dictionary<RegionId, KnownRegion> regions, Language language) => new(
        system.Id.Value,
        system.Name.In(language),
        system.Security.Displayed,
        system.Security.Band,
        system.RegionId?.Value,
        system.RegionId is { } region ? regions.GetValueOrDefault(region)?.Name : null);

    /// <summary>In the order asked, each once.</summary>
    private static List<T> Known<TId, T>(IReadOnlyList<TId> ids, Func<TId, T?> find)
        where T : class => [.. ids.Distinct().Select(find).OfType<T>()];
}
