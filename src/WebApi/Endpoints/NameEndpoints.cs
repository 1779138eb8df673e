using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.FindingNames;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.OpenApi;
using MediatR;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Names of everything that can be looked for, to complete them while they are typed.</summary>
internal static class NameEndpoints
{
    public static void MapNames(this IEndpointRouteBuilder api) => api.MapGet("/names", FindAsync)
        .WithTags("Names")
        .WithName("find_names")
        .WithSummary("Types, categories, groups, places and issuers by name, with how many live contracts each has")
        .Reads(Names)
        .AnsweringRepeats();

    private static FindNames Names(QueryReader query) => new()
    {
        Q = query.Text(
            "q",
            $"Words and phrases, all of them within one name, in the language or in English; at most {FindNames.Most} names of each kind are told. Without it, none.",
            SearchTerms.MaxLength),
        Kinds = query.AnyOf<NameKinds>("kinds", "The kinds of names to look in; without it, all of them."),
        Lang = query.Language(),
        Unreadable = query.Unreadable,
    };

    private static Task<MarketAnswer<FoundNames>> FindAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = Names(new QueryReader(http.Request));
        http.Response.SpeakIn(request.Lang);
        return http.AnswerAsync(mediator, request, cancellationToken);
    }
}
