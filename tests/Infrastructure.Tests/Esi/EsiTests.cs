using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Esi;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>The registered ESI client with an upstream over real HTTP.</summary>
public abstract class EsiTests : IAsyncLifetime
{
    protected const string FirstPage = "/contracts/public/10000002?page=1";
    protected static readonly RegionId TheForge = new(10000002);

    private ServiceProvider? _services;

    internal ScriptedEsi Upstream { get; private set; } = null!;

    internal LogLines Logs { get; } = new();

    protected Dictionary<string, string?> Settings { get; } = new() { ["Esi:RetryDelay"] = "00:00:00.001" };

    protected TimeProvider Clock { get; set; } = TimeProvider.System;

    protected IEsi Esi => Services.GetRequiredService<IEsi>();

    protected EsiGovernor Governor => Services.GetRequiredService<EsiGovernor>();

    // Built at the first use, after the test has changed its settings.
    private ServiceProvider Services => _services ??= new ServiceCollection()
        .AddLogging(logging => logging.AddProvider(Logs))
        .AddSingleton(Clock)
        .AddEsi(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
        .BuildServiceProvider(validateScopes: true);

    public async Task InitializeAsync()
    {
        Upstream = await ScriptedEsi.StartAsync();
        Settings["Esi:BaseUrl"] = Upstream.BaseUrl;
    }

    public async Task DisposeAsync()
    {
        if (_services is not null) await _services.DisposeAsync();
        await Upstream.DisposeAsync();
    }

    // Limited in real time, so that a call that never ends fails its test instead of hanging it.
    protected Task<ListPage> ReadListAsync(int page = 1, string? etag = null) =>
        Esi.GetContractsAsync(TheForge, page, etag, default).WaitAsync(TimeSpan.FromMinutes(1));

    protected async Task<ListPage.Read> ReadPageAsync() => Assert.IsType<ListPage.Read>(await ReadListAsync());

    /// <summary>
    /// Waits in real time until this many calls wait for the clock and none is in flight. From then on only the clock causes changes.
    /// </summary>
    private protected Task UntilAllWaitAsync(WaitedClock clock, int calls)
    {
        // Between two steps this may be true for a moment, so it is checked several times.
        var looks = 0;
        return EventuallyAsync(() => (looks = clock.Waiting == calls && Governor.State.InFlight == 0 ? looks + 1 : 0) == 3);
    }

    /// <summary>Waits in real time until something has happened on another thread, and fails after a minute.</summary>
    protected static async Task EventuallyAsync(Func<bool> happened)
    {
        for (var i = 0; i < 6000; i++)
        {
            if (happened()) return;
            await Task.Delay(10);
        }

        Assert.Fail("The condition did not become true within a minute.");
    }
}
