using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>
/// What the document cannot find out by itself: the shapes that this application's own converters write, and that no key is ever left out.
/// </summary>
internal static class WireSchemas
{
    private static readonly HashSet<Assembly> Ours = [typeof(IUnitOfWork).Assembly, typeof(WireSchemas).Assembly];
    private static readonly HashSet<Type> Inline = [typeof(Isk), typeof(DateTimeOffset)];

    /// <summary>The name of a type's schema; null for plain values, which are described in place.</summary>
    public static string? ReferenceId(JsonTypeInfo type) => type.Type switch
    {
        var value when Inline.Contains(Bare(value)) => null,
        var problem when problem == typeof(ProblemDetails) => "Problem",
        var problem when problem == typeof(HttpValidationProblemDetails) => "ParameterProblem",
        var line when line == typeof(LineDetail) => "ContractLine",
        var bid when bid == typeof(BidDetail) => "Bid",
        _ => OpenApiOptions.CreateDefaultSchemaReferenceId(type),
    };

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        var bare = Bare(type);
        var orNull = bare == type ? default : JsonSchemaType.Null;

        if (bare == typeof(Isk)) DescribeIsk(schema, orNull);
        else if (bare == typeof(DateTimeOffset)) schema.Type = JsonSchemaType.String | orNull;
        else if (bare.IsEnum) DescribeWords(schema);
        else if (typeof(ProblemDetails).IsAssignableFrom(type)) DescribeProblem(schema);
        else if (Ours.Contains(type.Assembly)) schema.Required = schema.Properties?.Keys.ToHashSet();
        return Task.CompletedTask;
    }

    private static void DescribeIsk(OpenApiSchema schema, JsonSchemaType orNull)
    {
        schema.Type = JsonSchemaType.Number | orNull;
        schema.Minimum = "0";
        // Replaces the type's own summary, which is written for readers of the code.
        schema.Description = "ISK, with two decimals.";
    }

    /// <summary>
    /// Leaves null out of the words. Where null is allowed, the property says so itself; a null among the words would allow it twice.
    /// </summary>
    private static void DescribeWords(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Enum = schema.Enum?.Where(word => word?.GetValueKind() == JsonValueKind.String).ToList();
    }

    private static void DescribeProblem(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties.Remove("instance");
        foreach (var key in (string[])["type", "title", "detail", "trace_id"])
            schema.Properties[key] = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Properties["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" };
        schema.Required = schema.Properties.Keys.ToHashSet();
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
