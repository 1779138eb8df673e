using HangarBay.WebApi.Hosting;
using HangarBay.WebApi.Json;
using HangarBay.WebApi.OpenApi;
using HangarBay.WebApi.Problems;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HangarBay.WebApi.Endpoints;

/// <summary>The HTTP API: everything under <c>/api/v1</c>, its description and its errors.</summary>
internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.SpeakWireFormat());
        services.AddCors(cors => cors.AddPolicy(PublicGets.Cors, policy => policy
            .AllowAnyOrigin()
            .AllowAnyHeader()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithExposedHeaders("Content-Language", "ETag", "Retry-After")));
        return services.AddProblems().AddReference().AddSecurityHeaders();
    }

    /// <summary>Before anything that answers.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCors();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var gets = api.MapGroup("").AsPublicGets();
        gets.MapContracts();
        gets.MapPlaces();
        gets.MapStatus();
        app.MapReference();
    }
}
