using System.Diagnostics.Metrics;
using HangarBay.Application.Sync;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Application.Tests.Given;

/// <summary>Metrics for tests that do not read them.</summary>
internal static class Measuring
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    public static SyncMetrics Sync() => new(Services.GetRequiredService<IMeterFactory>());
}
