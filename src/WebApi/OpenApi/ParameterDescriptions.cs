using System.Globalization;
using System.Text.Json.Nodes;
using HangarBay.Application.Contracts.Filters;
using HangarBay.WebApi.Endpoints;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>Puts the parameters that a route's reader declares into the document.</summary>
internal static class ParameterDescriptions
{
    /// <summary>Declares the parameters that <paramref name="read"/> reads.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, Func<QueryReader, T> read) =>
        route.WithMetadata(new ReadParameters(filters => QueryReader.Declare(read, filters)));

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ReadParameters>().LastOrDefault() is not { } read)
            return Task.CompletedTask;

        operation.Parameters = [.. read.Declare(context.ApplicationServices.GetRequiredService<FilterTable>()).Select(Describe)];
        // Sorted by status, so that people read the answer before the errors.
        var ordered = new OpenApiResponses();
        foreach (var (status, response) in (operation.Responses ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal)) ordered[status] = response;
        operation.Responses = ordered;
        return Task.CompletedTask;
    }

    private static OpenApiParameter Describe(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = parameter.IsInPath ? ParameterLocation.Path : ParameterLocation.Query,
        Required = parameter.IsInPath,
        Description = parameter.Description,
        Schema = parameter.MaxValues is { } most
            ? new OpenApiSchema { Type = JsonSchemaType.Array, MaxItems = most, Items = ValueOf(parameter) }
            : ValueOf(parameter),
    };

    private static OpenApiSchema ValueOf(QueryParameter parameter) => new()
    {
        Type = parameter.Kind switch
        {
            QueryParameterKind.Integer => JsonSchemaType.Integer,
            QueryParameterKind.Decimal => JsonSchemaType.Number,
            QueryParameterKind.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Format = parameter switch
        {
            { Kind: QueryParameterKind.Instant } => "date-time",
            { Kind: not QueryParameterKind.Integer } => null,
            { Maximum: > int.MaxValue } => "int64",
            _ => "int32",
        },
        Minimum = parameter.Minimum?.ToString(CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(CultureInfo.InvariantCulture),
        MaxLength = parameter.MaxLength,
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => (JsonNode)word)],
        Default = parameter is { Kind: QueryParameterKind.Integer, Default: { } number } ? JsonNode.Parse(number) : parameter.Default,
    };

    private sealed record ReadParameters(Func<FilterTable, IReadOnlyList<QueryParameter>> Declare);
}
