using System.Net;
using HangarBay.TestSupport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>The application on a test's database, on real Kestrel and a port of its own.</summary>
internal sealed class HangarBayFactory : WebApplicationFactory<Program>
{
    private readonly IReadOnlyDictionary<string, string?> _configuration;
    private readonly Action<IApplicationBuilder>? _pipeline;

    public HangarBayFactory(IReadOnlyDictionary<string, string?> configuration, Action<IApplicationBuilder>? pipeline = null)
    {
        _configuration = configuration;
        _pipeline = pipeline;
        // UseKestrel with a port would set it when the application may already run, which then fails.
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
    }

    public HangarBayFactory(TestDatabase database, Action<IApplicationBuilder>? pipeline = null)
        : this(database.Configuration, pipeline)
    {
    }

    /// <summary>The application's clock; null: the system's.</summary>
    public TimeProvider? Time { get; init; }

    /// <summary>Receives the application's log instead of the console; null: the console.</summary>
    public ILoggerFactory? Log { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // Neither the real ESI nor a sandbox in this process, whose host the factory would take for the application's.
        builder.UseSetting("Market:Source", "Sandbox");
        builder.UseSetting("Esi:BaseUrl", HostProcess.NoEsi);
        foreach (var (key, value) in _configuration) builder.UseSetting(key, value);
        // The last registration is used.
        if (Time is { } time) builder.ConfigureServices(services => services.AddSingleton(time));
        if (Log is { } log) builder.ConfigureServices(services => services.AddSingleton(log));
        if (_pipeline is { } pipeline)
            builder.ConfigureServices(services => services.AddTransient<IStartupFilter>(_ => new Before(pipeline)));
    }

    private sealed class Before(Action<IApplicationBuilder> pipeline) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            pipeline(app);
            next(app);
        };
    }
}
