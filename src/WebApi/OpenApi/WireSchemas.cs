using System.Text.Json.Serialization.Metadata;
using HangarBay.Domain;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace HangarBay.WebApi.OpenApi;

/// <summary>The shape of the types that are written by converters of our own.</summary>
internal static class WireSchemas
{
    /// <summary>A name of its own for everything but amounts, which are plain numbers.</summary>
    public static string? ReferenceId(JsonTypeInfo type) =>
        IsIsk(type.Type) ? null : OpenApiOptions.CreateDefaultSchemaReferenceId(type);

    public static Task Describe(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (!IsIsk(type)) return Task.CompletedTask;

        schema.Type = type == typeof(Isk) ? JsonSchemaType.Number : JsonSchemaType.Number | JsonSchemaType.Null;
        schema.Minimum = "0";
        schema.Description ??= "ISK";
        return Task.CompletedTask;
    }

    private static bool IsIsk(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(Isk);
}
