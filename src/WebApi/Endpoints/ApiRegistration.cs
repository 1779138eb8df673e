using HangarBay.WebApi.Caching;
using HangarBay.WebApi.Hosting;
using HangarBay.WebApi.Json;
using HangarBay.WebApi.Limits;
using HangarBay.WebApi.OpenApi;
using HangarBay.WebApi.Problems;

namespace HangarBay.WebApi.Endpoints;

/// <summary>The HTTP API: everything under <c>/api/v1</c>, its description and its errors.</summary>
internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration, HostRole role)
    {
        services.AddLimits(role);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.SpeakWireFormat());
        services.AddCors(cors => cors.AddPolicy(PublicGets.Cors, policy => policy
            .AllowAnyOrigin()
            .AllowAnyHeader()
            .WithMethods(HttpMethods.Get, HttpMethods.Head)
            .WithExposedHeaders("Content-Disposition", "Content-Language", "ETag", "Retry-After")));
        services.AddAnswerCache(configuration);
        services.AddCompression();
        services.AddSingleton<ReadinessLog>();
        return services.AddProblems().AddApiReference().AddSecurityHeaders();
    }

    /// <summary>Stands before everything that answers.</summary>
    public static void UseApi(this WebApplication app)
    {
        app.UseHeadAsGet();
        app.UseRouting();
        app.UsePrivacy();
        app.UseForwarding();
        // Only public answers are compressed: the length of a compressed private answer helps to guess its content, over plain HTTP to a
        // proxy as well.
        app.UseWhen(Privacy.IsPublic, publicly => publicly.UseResponseCompression());
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseCors();
        app.UseRateLimiter();
        app.UseHeadWhereItIsNamed();
        app.UseRequestTimeouts();
    }

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1")
            .ProducesValidationProblem(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
            .ProducesProblem(StatusCodes.Status429TooManyRequests)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

        var gets = api.MapGroup("").AsPublicGets();
        gets.MapContracts();
        gets.MapPlaces();
        gets.MapNames();
        gets.MapStatus();
        app.MapReference();
    }
}
