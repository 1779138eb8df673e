using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingLocations;
using HangarBay.Application.Contracts.GettingNames;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;
using HangarBay.WebUi.Addresses;
using MediatR;

namespace HangarBay.WebUi.Parts.Filters;

/// <summary>The values that the filters of a view offer, and the names of those that are chosen.</summary>
public sealed record FilterChoices(RegionList Regions, Taxonomy Taxonomy, FoundLocations Found, KnownNames Names, Facets? Facets)
{
    /// <param name="mediator">Sends the questions.</param>
    /// <param name="view">The view with what is chosen.</param>
    /// <param name="facets">How many rows each choice would show. Null where the view is refused: a place that cannot be looked up is then
    /// ignored, because the page says so already.</param>
    /// <param name="cancellationToken">Cancelled when nobody waits for it any more.</param>
    public static async Task<FilterChoices> ReadAsync(IMediator mediator, ContractsView view, Facets? facets, CancellationToken cancellationToken)
    {
        var (filters, language) = (view.Filters, view.Filters.Lang);
        var place = facets is null && view.Place is { } text && SearchTerms.FindFlaw(text) is not null ? null : view.Place;
        var found = await mediator.Send(new FindLocations { Q = place, Lang = language }, cancellationToken);
        var regions = await mediator.Send(new GetRegions { Lang = language }, cancellationToken);
        var taxonomy = await mediator.Send(new GetTaxonomy { Lang = language }, cancellationToken);
        var chosen = new GetNames
        {
            SystemIds = Few([.. filters.SystemIds, .. filters.EndSystemIds]),
            StationIds = Few([.. filters.StationIds, .. filters.EndStationIds]),
            TypeIds = Few(filters.TypeIds),
            RegionIds = Few([.. filters.RegionIds, .. filters.EndRegionIds]),
            CharacterIds = Few(filters.IssuerIds),
            Lang = language,
        };
        var names = await mediator.Send(chosen, cancellationToken);
        return new FilterChoices(regions, taxonomy, found, names, facets);
    }

    /// <summary>How many rows a value would show; null where that is unknown, because the facet leaves some values out.</summary>
    public static int? CountIn(IdFacet? facet, int id)
    {
        if (facet is null) return null;
        var told = facet.Values.FirstOrDefault(value => value.Id == id);
        return told?.Count ?? (facet.LeftOut == 0 ? 0 : null);
    }

    /// <summary>Null: no name is known for it.</summary>
    public string? NameOf(RegionId region) =>
        Names.Regions.GetValueOrDefault(region)?.Name ?? Regions.Regions.FirstOrDefault(entry => entry.RegionId == region.Value)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(SystemId system) =>
        Names.Systems.GetValueOrDefault(system)?.Name ?? Found.Systems.FirstOrDefault(entry => entry.SystemId == system.Value)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(LocationId station) =>
        Names.Stations.GetValueOrDefault(station)?.Name ?? Found.Stations.FirstOrDefault(entry => entry.LocationId == station.Value)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(TypeId type) => Names.Types.GetValueOrDefault(type)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(CategoryId category) => Taxonomy.Categories.FirstOrDefault(entry => entry.CategoryId == category.Value)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(GroupId group) => Taxonomy.Groups.FirstOrDefault(entry => entry.GroupId == group.Value)?.Name;

    /// <inheritdoc cref="NameOf(RegionId)"/>
    public string? NameOf(CharacterId character) => Names.Characters.GetValueOrDefault(character);

    /// <summary>The name of an id of any of these kinds.</summary>
    /// <exception cref="ArgumentException">It is none of them.</exception>
    public string? NameOf(object id) => id switch
    {
        RegionId region => NameOf(region),
        SystemId system => NameOf(system),
        LocationId station => NameOf(station),
        TypeId type => NameOf(type),
        CategoryId category => NameOf(category),
        GroupId group => NameOf(group),
        CharacterId character => NameOf(character),
        _ => throw new ArgumentException($"Nothing tells the name of a {id.GetType().Name}.", nameof(id)),
    };

    private static IReadOnlyList<T> Few<T>(IReadOnlyList<T> ids) => [.. ids.Distinct().Take(BrowseContracts.MaxValues)];
}
