using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.InMemory.Rows;
using HangarBay.Domain;
using HangarBay.Domain.Universe;
using MediatR;

namespace HangarBay.Application.Contracts.FindingLocations;

internal sealed class FindLocationsHandler(MarketPin pin) : IRequestHandler<FindLocations, FoundLocations>
{
    public async Task<FoundLocations> Handle(FindLocations request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Q)) return new FoundLocations([], []);

        var names = (await pin.TakeAsync(cancellationToken)).View.Market.Dictionaries;
        return new FoundLocations(
            [.. Named(names.Systems.All, request.Q, system => system.NameSearch, system => system.Id).Select(system => Tell(system, names, request.Lang))],
            [.. Named(names.Places.All, request.Q, place => place.NameSearch, place => place.Id).Select(place => Tell(place, names, request.Lang))]);
    }

    /// <summary>Those whose name holds every term; those that begin with the text first, then by name.</summary>
    private static IEnumerable<T> Named<T, TId>(IEnumerable<T> all, string text, Func<T, string> name, Func<T, TId> id)
    {
        var (start, terms) = (SearchText.Normalise(text), SearchTerms.Of(text));
        return all.Where(one => terms.All(term => name(one).Contains(term, StringComparison.Ordinal)))
            .OrderByDescending(one => name(one).StartsWith(start, StringComparison.Ordinal))
            .ThenBy(name, StringComparer.Ordinal)
            .ThenBy(id)
            .Take(FindLocations.Most);
    }

    private static FoundSystem Tell(SolarSystem system, PublishedDictionaries names, Language language) => new(
        system.Id.Value, system.Name.In(language), system.Security.Displayed, system.Security.Band, system.RegionId?.Value,
        NameOf(system.RegionId, names, language));

    private static FoundStation Tell(Location place, PublishedDictionaries names, Language language)
    {
        var system = place.SystemId is { } id ? names.Systems.Find(id) : null;
        return new FoundStation(
            place.Id.Value, place.Name!, place.SystemId?.Value, system?.Name.In(language), system?.Security.Displayed, system?.RegionId?.Value,
            NameOf(system?.RegionId, names, language));
    }

    private static string? NameOf(RegionId? region, PublishedDictionaries names, Language language) =>
        region is { } id ? names.Regions.Find(id)?.Name.In(language) : null;
}
