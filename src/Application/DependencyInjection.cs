using FluentValidation;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Application.Pipeline;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Jobs;
using HangarBay.Application.Sync.ReadingLines;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Application.Sync.SweepingRegion;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application;

public static class DependencyInjection
{
    /// <summary>Handlers, validators and the pipeline around them.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var here = typeof(DependencyInjection).Assembly;
        services.AddScoped<ServiceFactory>(provider => provider.GetService);
        services.AddScoped<IMediator, Mediator>();
        services.Scan(scan => scan.FromAssemblies(here)
            .AddClasses(classes => classes.AssignableTo(typeof(IRequestHandler<,>)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithScopedLifetime());
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TracingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(LoggingBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationBehaviour<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(MeasuringBehaviour<,>));
        services.AddSingleton(ContractFilters.Table).AddSingleton<LiveMarkets>().AddScoped<MarketPin>().AddScoped<MarketLoading>().AddScoped<MarketProof>();
        services.AddScoped<ListReader>().AddScoped<Quarantine>().AddScoped<LinesStore>();
        services.AddScoped<ImportLedger>().AddScoped<StaticDataWriter>();
        services.AddScoped<SeedWriter>().AddScoped<MarketStore>().AddScoped<IMarketWriter, MarketWriter>();
        services.AddSingleton<Pace>().AddSingleton<BusyPeriods>().AddSingleton<MarketMetrics>().AddSingleton<MarketCommits>().AddSingleton<JobBoard>().AddSingleton<SyncRun>().AddSingleton<Sweeper>().AddSingleton<SyncMetrics>();
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<MarketOptions>().BindConfiguration(MarketOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddValidatorsFromAssembly(here, ServiceLifetime.Singleton, includeInternalTypes: true);
        return services;
    }
}
