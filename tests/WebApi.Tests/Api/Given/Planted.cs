using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Api.Given;

/// <summary>An endpoint that is added to the application with only the given metadata. It answers GET.</summary>
internal static class Planted
{
    public const string Path = "/planted/s3cr3t";

    public const string Pattern = "/planted/{secret}";

    public static void Plant(this IServiceCollection services, RequestDelegate answer, params object[] metadata)
    {
        var endpoint = new RouteEndpoint(
            answer, RoutePatternFactory.Parse(Pattern), order: 0, new EndpointMetadataCollection([new HttpMethodMetadata([HttpMethods.Get]), .. metadata]), "planted");
        services.AddSingleton<IStartupFilter>(new Before(endpoint));
    }

    /// <summary>Sets the endpoint before routing, which keeps an endpoint that is already set.</summary>
    private sealed class Before(Endpoint endpoint) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((http, answer) =>
            {
                if (http.Request.Path == Path) http.SetEndpoint(endpoint);
                return answer(http);
            });
            next(app);
        };
    }
}
