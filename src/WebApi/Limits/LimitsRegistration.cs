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
        // A command is run by the operator, and may take its time.
        if (role == HostRole.Server) services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ReadingLimitBehaviour<,>));
        services.AddOptions<AnswerLimitOptions>().BindConfiguration(AnswerLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AnswerPlaces>();
        services.AddSingleton<ExportSlots>();
        services.AddTimeLimits();
        services.AddRateLimits();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<ApiOptions>>((forwarded, api) =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // Through as many proxies as are trusted; the framework would trust this machine unasked.
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in api.Value.TrustedNetworks) forwarded.KnownIPNetworks.Add(network);
        });
    }

    /// <summary>Before anything that looks at who asks. Without a trusted proxy nobody's word counts for another.</summary>
    public static void UseForwarding(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.TrustedNetworks.Any()) app.UseForwardedHeaders();
    }
}
