using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Endpoints;
using HangarBay.WebApi.Hosting;
using Microsoft.OpenApi;
using NetEscapades.AspNetCore.SecurityHeaders;
using Scalar.AspNetCore;

namespace HangarBay.WebApi.OpenApi;

/// <summary>The API's description for programs (<c>/openapi/v1.json</c>) and for people (<c>/docs</c>).</summary>
internal static class ApiReferenceRegistration
{
    public static IServiceCollection AddApiReference(this IServiceCollection services) => services.AddSingleton<ApiDescription>().AddOpenApi(ApiDescription.Name, options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        // HEAD answers wherever GET does. To list it as well would only repeat every route.
        options.ShouldInclude = route => route.HttpMethod != HttpMethods.Head;
        options.CreateSchemaReferenceId = WireSchemas.ReferenceId;
        options.AddSchemaTransformer(WireSchemas.Describe);
        options.AddOperationTransformer(ParameterDescriptions.Describe);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Hangar Bay";
            document.Info.Version = "v1";
            document.Info.Description = "The public contracts of EVE Online.";
            document.Servers = [new OpenApiServer { Url = "/" }];
            return Task.CompletedTask;
        });
    });

    public static void MapReference(this WebApplication app)
    {
        app.MapGet($"/openapi/{ApiDescription.Name}.json", async (ApiDescription description, CancellationToken cancellationToken) =>
                Results.Bytes(await description.ReadAsync().WaitAsync(cancellationToken), "application/json;charset=utf-8"))
            .ExcludeFromDescription().AsPublicGets().TaggedByContent();
        app.MapScalarApiReference("/docs", (options, http) =>
        {
            options.Title = "Hangar Bay API";
            options.DarkMode = true;
            // Everything that the page loads comes from this server: no fonts, telemetry, assistants or offers of third parties.
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
            options.HideClientButton = true;
            options.DisableAgent();
            options.DisableMcp();
            options.Nonce = http.GetNonce();
        }).WithSecurityHeadersPolicy(SecurityHeadersRegistration.ReferencePage).AsPublic();
    }
}
