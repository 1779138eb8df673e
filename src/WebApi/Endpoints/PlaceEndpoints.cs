using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingLocations;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.WebApi.OpenApi;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Where contracts start: regions, systems, stations.</summary>
internal static class PlaceEndpoints
{
    public static void MapPlaces(this IEndpointRouteBuilder api)
    {
        api.MapGet("/regions", GetRegionsAsync)
            .WithTags("Places")
            .WithName("get_regions")
            .WithSummary("The regions that were swept, with how many live contracts start in each")
            .Reads(Regions);

        api.MapGet("/locations", FindLocationsAsync)
            .WithTags("Places")
            .WithName("find_locations")
            .WithSummary("Systems, stations and structures by name")
            .Reads(Locations);
    }

    private static GetRegions Regions(QueryReader query) => new() { Lang = query.Language(), Unreadable = query.Unreadable };

    private static FindLocations Locations(QueryReader query) => new()
    {
        Q = query.Text(
            "q", $"Words, all of them within the name; the answer has at most {FindLocations.Most} systems and as many stations. Without words it has none.", SearchTerms.MaxLength),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

    private static async Task<Ok<RegionList>> GetRegionsAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = Regions(new QueryReader(http.Request));
        var regions = await mediator.Send(request, cancellationToken);
        http.Response.SpeakIn(request.Lang);
        return TypedResults.Ok(regions);
    }

    private static async Task<Ok<FoundLocations>> FindLocationsAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = Locations(new QueryReader(http.Request));
        var found = await mediator.Send(request, cancellationToken);
        http.Response.SpeakIn(request.Lang);
        return TypedResults.Ok(found);
    }
}
