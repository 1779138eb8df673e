using HangarBay.EsiSandbox.Engine.Exports;
using HangarBay.EsiSandbox.Engine.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HangarBay.EsiSandbox.Engine;

/// <summary>Hosts a sandbox in a web application of its own, because ESI's paths start at the root.</summary>
public static class EsiSandboxRegistration
{
    /// <summary>The header on every answer that names the world it comes from. ESI itself does not send it.</summary>
    public const string IdentityHeader = "X-Sandbox";

    /// <summary>Registers the sandbox; its clock is the <see cref="TimeProvider"/> registered before, or else the system's.</summary>
    /// <exception cref="SandboxSetupException">
    /// Thrown on first use when the options are invalid or the recording cannot be read.
    /// </exception>
    public static IServiceCollection AddEsiSandbox(this IServiceCollection services, SandboxOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRouting();
        services.AddResponseCompression(compression => compression.Providers.Add<GzipCompressionProvider>());
        return services.AddSingleton(provider => Sandbox.Create(options, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Maps ESI's routes at the root and the controls under <c>/sandbox</c>.</summary>
    public static void MapEsiSandbox(this WebApplication app)
    {
        var sandbox = app.Services.GetRequiredService<Sandbox>();
        ConstantBody.Map(app);
        app.Use((http, next) =>
        {
            http.Response.Headers[IdentityHeader] = sandbox.Identity;
            return next(http);
        });
        app.UseResponseCompression();
        app.UseRouting();
        foreach (var route in EsiRoutes.All.Concat(ExportAnswers.Routes))
            app.MapMethods(route.Pattern, route.Method == "GET" ? ["GET", "HEAD"] : [route.Method], Pipeline.For(sandbox, route));
        ControlEndpoints.Map(app, sandbox);
        app.MapFallback(Pipeline.For(sandbox));
    }
}
