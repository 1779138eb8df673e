using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Application.Contracts.GetContract;
using HangarBay.Application.Contracts.GetTaxonomy;
using HangarBay.WebApi.OpenApi;
using HangarBay.WebApi.Problems;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

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
            .Reads(ContractParameters.Browse);

        contracts.MapGet("/taxonomy", GetTaxonomyAsync)
            .WithName("get_taxonomy")
            .WithSummary("The categories and groups of what live contracts offer")
            .Reads(ContractParameters.Taxonomy);

        contracts.MapGet("/{contract_id}", GetAsync)
            .WithName("get_contract")
            .WithSummary("One contract, live or closed, with its lines and bids")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .Reads(ContractParameters.Contract);
    }

    private static async Task<Ok<ContractPage>> BrowseAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Browse(new QueryReader(http.Request));
        var page = await mediator.Send(request, cancellationToken);
        http.Response.SpeakIn(request.Lang);
        return TypedResults.Ok(page);
    }

    private static async Task<Ok<Taxonomy>> GetTaxonomyAsync(HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Taxonomy(new QueryReader(http.Request));
        var taxonomy = await mediator.Send(request, cancellationToken);
        http.Response.SpeakIn(request.Lang);
        return TypedResults.Ok(taxonomy);
    }

    private static async Task<Results<Ok<ContractDetail>, ProblemHttpResult>> GetAsync(
        HttpContext http, IMediator mediator, CancellationToken cancellationToken)
    {
        var request = ContractParameters.Contract(new QueryReader(http.Request));
        var contract = await mediator.Send(request, cancellationToken);
        if (contract is null) return Problem.NotFound($"There is no contract {request.ContractId}.");
        http.Response.SpeakIn(request.Lang);
        return TypedResults.Ok(contract);
    }
}
