using System.Net;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Infrastructure.Esi;
using HangarBay.Infrastructure.Reference.Seed;
using HangarBay.Infrastructure.Reference.StaticData;
using HangarBay.Infrastructure.Reference.Structures;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Reference;

public static class ReferenceRegistration
{
    /// <summary>
    /// Adds the sources of reference data, which read from disk or from the addresses of <see cref="ReferenceOptions"/>. Needs <c>AddEsi</c>.
    /// </summary>
    public static IServiceCollection AddReference(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReferenceOptions>()
            .Bind(configuration.GetSection(ReferenceOptions.Section))
            .ValidateDataAnnotations()
            .Validate(
                options => IsHttp(options.StaticDataUrl) && IsHttp(options.StructuresUrl) && IsHttp(options.SeedUrl),
                "Reference:StaticDataUrl, Reference:StructuresUrl and Reference:SeedUrl must be absolute http or https addresses.")
            .ValidateOnStart();
        services.AddHttpClient<SourceFiles>((provider, http) =>
            {
                http.Timeout = Timeout.InfiniteTimeSpan;
                var esi = provider.GetRequiredService<IOptions<EsiOptions>>().Value;
                http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", UserAgent.For(esi));
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                MaxAutomaticRedirections = 5,
                UseCookies = false,
            })
            .RemoveAllLoggers();
        services.AddTransient<IStaticDataSource, StaticDataSource>();
        services.AddTransient<IStructureSource, StructureSource>();
        services.AddTransient<ISeedArchives, SeedArchives>();
        return services;
    }

    private static bool IsHttp(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" };
}
