using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.CountingContracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Application.Contracts.GettingTaxonomy;
using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Exports;
using HangarBay.WebApi.Limits;
using HangarBay.WebApi.OpenApi;
using MediatR;

namespace HangarBay.WebApi.Endpoints;

/// <summary>Contracts: the list, one of them, and what they offer.</summary>
internal static class ContractEndpoints
{
    public static void MapContracts(this IEndpointRouteBuilder api)
    {
        var contracts = api.MapGroup("/contracts").WithTags("Contracts");

        contracts.MapGet("/", BrowseAsync)
            .WithName("browse_contracts")
            .WithSummary("The live contracts that meet every filter given")
            .Reads(ContractParameters.Browse)
            .AnsweringRepeats();

        contracts.MapGet("/count", CountAsync)
            .WithName("count_contracts")
            .WithSummary("How many live contracts meet every filter given")
            .Reads(ContractParameters.Count)
            .AnsweringRepeats();

        contracts.MapGet("/taxonomy", GetTaxonomyAsync)
            .WithName("get_taxonomy")
            .WithSummary("The categories and groups of what live contracts offer")
            .Reads(ContractParameters.Taxonomy)
            .AnsweringRepeats();

        contracts.MapGet("/export", ExportAsync)
            .WithName("export_contracts")
            .WithSummary("Every live contract that meets the filters, by id, as a file")
            .Produces<string>(StatusCodes.Status200OK, "text/csv", "application/x-ndjson")
            .Reads(ContractParameters.Export)
            .AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetRequiredService<ExportSlots>().InvokeAsync(context, next))
            .WithRequestTimeout(TimeLimits.Export);

        contracts.MapGet("/{contract_id}", GetAsync)
            .WithName("get_contract")
            .WithSummary("One contract, live or closed, with its lines and bids")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Reads(ContractParameters.Contract)
            .AnsweringRepeats();
    }

    private static Task<MarketAnswer<ContractPage>> BrowseAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Browse(new QueryReader(http.Request));
        http.Response.SpeakIn(request.Lang);
        return http.AnswerAsync(mediator, request, cancellationToken);
    }

    private static Task<MarketAnswer<ContractCount>> CountAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Count(new QueryReader(http.Request));
        http.Response.SpeakIn(request.Filters.Lang);
        return http.AnswerAsync(mediator, request, cancellationToken);
    }

    private static Task<MarketAnswer<Taxonomy>> GetTaxonomyAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Taxonomy(new QueryReader(http.Request));
        http.Response.SpeakIn(request.Lang);
        return http.AnswerAsync(mediator, request, cancellationToken);
    }

    private static async Task<IResult> ExportAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Export(new QueryReader(http.Request));
        var answer = await http.ExportAsync(mediator, request, cancellationToken);
        http.Response.SpeakIn(request.Filters.Lang);
        return answer;
    }

    private static Task<MarketAnswer<ContractDetail>> GetAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Contract(new QueryReader(http.Request));
        http.Response.SpeakIn(request.Lang);
        return http.AnswerAsync(mediator, request, cancellationToken, missing: $"There is no contract {request.ContractId}.");
    }
}
