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

        var market = (await pin.TakeAsync(cancellationToken)).View.Market;
        var names = market.Dictionaries;
        return new FoundLocations(
            [.. Named(market.Names.Systems, names.Systems, request.Q, system => system.Name.In(Language.En)).Select(system => Tell(system, names, request.Lang))],
            [.. Named(market.Names.Places, names.Places, request.Q, place => place.Name!).Select(place => Tell(place, names, request.Lang))]);
    }

    /// <summary>Those with a name that holds every term; those that begin with the text first, then by name.</summary>
    private static IEnumerable<TRow> Named<TId, TRow>(NameTexts texts, KnownRows<TId, TRow> rows, string text, Func<TRow, string> name)
        where TId : notnull
        where TRow : class
    {
        var (start, terms) = (SearchText.Normalise(text), SearchTerms.Of(text));
        var found = new Dictionary<int, bool>();
        texts.VisitAnyLanguage(terms, (code, held) => found[code] = found.GetValueOrDefault(code) || held.StartsWith(start, StringComparison.Ordinal));
        return found.OrderByDescending(one => one.Value)
            .ThenBy(one => SearchText.Normalise(name(rows.RowOf(one.Key)!)), StringComparer.Ordinal)
            .ThenBy(one => rows[one.Key])
            .Take(FindLocations.Most)
            .Select(one => rows.RowOf(one.Key)!);
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
