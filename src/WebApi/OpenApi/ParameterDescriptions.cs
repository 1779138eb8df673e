using System.Text.Json.Nodes;
using HangarBay.WebApi.Endpoints;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>Puts the parameters that a route's reader declares into the document.</summary>
internal static class ParameterDescriptions
{
    /// <summary>Declares the parameters that <paramref name="read"/> reads.</summary>
    public static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, Func<QueryReader, T> read) =>
        route.WithMetadata(new ReadParameters(QueryReader.Declare(read)));

    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ReadParameters>().LastOrDefault() is not { } read)
            return Task.CompletedTask;

        operation.Parameters = [.. read.Parameters.Select(Describe)];
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
            QueryParameterKind.Amount => JsonSchemaType.Number,
            QueryParameterKind.Flag => JsonSchemaType.Boolean,
            _ => JsonSchemaType.String,
        },
        Format = parameter.Kind != QueryParameterKind.Integer ? null : parameter.Maximum > int.MaxValue ? "int64" : "int32",
        Minimum = parameter.Minimum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Maximum = parameter.Maximum?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        MaxLength = parameter.MaxLength,
        Enum = parameter.Words.Count == 0 ? null : [.. parameter.Words.Select(word => (JsonNode)word)],
        Default = parameter.Default is not { } value ? null : parameter.Kind == QueryParameterKind.Integer ? JsonNode.Parse(value) : value,
    };

    private sealed record ReadParameters(IReadOnlyList<QueryParameter> Parameters);
}
