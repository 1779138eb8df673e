using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.Names;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.FindLocations;

internal sealed class FindLocationsHandler(
    IReadRepository<SolarSystem> systems, IReadRepository<Location> places, IReadRepository<Region> regions)
    : IRequestHandler<FindLocations, FoundLocations>
{
    public async Task<FoundLocations> Handle(FindLocations request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Q)) return new FoundLocations([], []);

        var found = await systems.ListAsync(new SystemsNamed(request.Q, FindLocations.Most), cancellationToken);
        var stations = await places.ListAsync(new PlacesNamed(request.Q, FindLocations.Most), cancellationToken);
        var around = (await systems.ListAsync(new SystemsOfIds([.. stations.Select(place => place.SystemId).OfType<SystemId>().Distinct()]), cancellationToken))
            .ToDictionary(system => system.Id);
        var regionIds = found.Concat(around.Values).Select(system => system.RegionId).OfType<RegionId>().Distinct().ToList();
        var named = (await regions.ListAsync(new RegionsOfIds(regionIds), cancellationToken)).ToDictionary(region => region.Id, region => region.Name.In(request.Lang));
        string? NameOf(RegionId? id) => id is { } region ? named.GetValueOrDefault(region) : null;

        return new FoundLocations(
            [.. found.Select(system => new FoundSystem(
                system.Id.Value, system.Name.In(request.Lang), system.Security.Displayed, system.Security.Band, system.RegionId?.Value, NameOf(system.RegionId)))],
            [.. stations.Select(place =>
            {
                var system = place.SystemId is { } id ? around.GetValueOrDefault(id) : null;
                return new FoundStation(
                    place.Id.Value, place.Name!, place.SystemId?.Value, system?.Name.In(request.Lang), system?.Security.Displayed, system?.RegionId?.Value,
                    NameOf(system?.RegionId));
            })]);
    }
}

/// <summary>Systems whose name in some language holds every term; those that begin with the text first.</summary>
public sealed class SystemsNamed : Specification<SolarSystem>
{
    public SystemsNamed(string text, int most)
    {
        var start = SearchText.Normalise(text);
        foreach (var term in SearchTerms.Of(text)) Query.Where(system => system.NameSearch.Contains(term));
        Query.OrderByDescending(system => system.NameSearch.StartsWith(start)).ThenBy(system => system.NameSearch).ThenBy(system => system.Id).Take(most);
    }
}

/// <summary>Stations and structures whose name holds every term; those that begin with the text first.</summary>
public sealed class PlacesNamed : Specification<Location>
{
    public PlacesNamed(string text, int most)
    {
        var start = SearchText.Normalise(text);
        foreach (var term in SearchTerms.Of(text)) Query.Where(place => place.NameSearch.Contains(term));
        Query.OrderByDescending(place => place.NameSearch.StartsWith(start)).ThenBy(place => place.NameSearch).ThenBy(place => place.Id).Take(most);
    }
}
