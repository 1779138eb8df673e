using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Workers;

internal static class WorkerRegistration
{
    /// <summary>What goes on beside the requests; only a server has it.</summary>
    public static IServiceCollection AddWorkers(this IServiceCollection services, HostRole role)
    {
        if (role == HostRole.Server) services.AddHostedService<MarketFollower>().AddHostedService<MarketWorker>();
        return services;
    }
}
