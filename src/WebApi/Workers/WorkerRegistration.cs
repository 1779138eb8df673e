using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Workers;

internal static class WorkerRegistration
{
    /// <summary>Adds the work beside the requests, which only a server does.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, HostRole role)
    {
        if (role == HostRole.Server) services.AddHostedService<MarketFollower>().AddHostedService<MarketWorker>();
        return services;
    }
}
