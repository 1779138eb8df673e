using System.Net;
using HangarBay.Application.Sync.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Esi;

public static class EsiRegistration
{
    public static IServiceCollection AddEsi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EsiOptions>()
            .Bind(configuration.GetSection(EsiOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => options.BaseUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" },
                "Esi:BaseUrl must be an absolute http or https address.")
            .Validate(
                options => options.DiscoveryErrorFloor <= options.ReadingErrorFloor,
                "Esi:DiscoveryErrorFloor must not be above Esi:ReadingErrorFloor.")
            .ValidateOnStart();

        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();
        services.AddSingleton<EsiMetrics>();
        services.AddSingleton<RegionIdCache>();
        services.AddSingleton<KnownSource>();
        services.AddSingleton<EsiClock>();
        services.AddSingleton(provider => new EsiGovernor(
            provider.GetRequiredService<IOptions<EsiOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EsiGovernor>>(),
            provider.GetRequiredService<EsiMetrics>()));

        // No resilience handler here: it would retry past the governor (M6).
        services.AddHttpClient<EsiTransport>((provider, http) => Configure(http, provider.GetRequiredService<IOptions<EsiOptions>>().Value))
            .ConfigurePrimaryHttpMessageHandler(provider => NewHandler(provider.GetRequiredService<IOptions<EsiOptions>>().Value))
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddTransient<IEsi, EsiClient>();
        services.AddSingleton<IEsiBudget, GovernorBudget>();
        return services;
    }

    private static void Configure(HttpClient http, EsiOptions options)
    {
        var address = options.BaseUrl.AbsoluteUri;
        http.BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/");

        // The transport has its own time-out, on the TimeProvider, for headers and body together.
        http.Timeout = Timeout.InfiniteTimeSpan;
        http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.For(options));
        http.DefaultRequestHeaders.Add("X-Compatibility-Date", options.CompatibilityDate);
        http.DefaultRequestHeaders.Add("Accept", "application/json");
        http.DefaultRequestHeaders.Add("Accept-Language", "en");
    }

    private static SocketsHttpHandler NewHandler(EsiOptions options) => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = options.MaxConcurrency,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        UseCookies = false,

        // Redirects are not followed: another address is another source (M11).
        AllowAutoRedirect = false,
    };
}
