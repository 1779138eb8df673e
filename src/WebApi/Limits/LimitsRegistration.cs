using HangarBay.WebApi.Exports;
using HangarBay.WebApi.Hosting;
using MediatR;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Limits;

/// <summary>What a request may take: bytes, time, a place in the queue.</summary>
internal static class LimitsRegistration
{
    public static void AddLimits(this IServiceCollection services, HostRole role)
    {
        services.AddOptions<ApiOptions>().BindConfiguration(ApiOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.Configure<KestrelServerOptions>(ServerLimits.Apply);
        // The operator runs commands, so their queries may take their time.
        if (role == HostRole.Server) services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReadingLimitBehaviour<,>));
        services.AddOptions<AnswerLimitOptions>().BindConfiguration(AnswerLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerPlaces>();
        services.AddSingleton<ExportSlots>();
        services.AddTimeLimits();
        services.AddRateLimits();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ApiOptions>>((forwarded, api) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Follows the header through as many trusted proxies as there are. By default the framework would also trust this machine.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in api.Value.TrustedNetworks) forwarded.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>
    /// Stands before everything that reads the client's address. Without a trusted proxy the forwarded headers are not read.
    /// </summary>
    public static void UseForwarding(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.TrustedNetworks.Any()) app.UseForwardedHeaders();
    }
}
