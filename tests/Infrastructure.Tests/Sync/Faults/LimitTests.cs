using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// 420 and 429 in the middle of the work (M6): no call is made before the stated time, and then the work continues by itself to the end.
/// </summary>
public abstract class LimitTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const int AtOnce = 40;
    private const string Items = "items/{contract_id}";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>How long calls that were sent before the answer was read may take to arrive on a busy machine.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);

    protected override SandboxOptions World => new() { Contracts = 400 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Settings["Esi:MaxConcurrency"] = $"{AtOnce}";
        Settings["Sync:ItemsAtOnce"] = $"{AtOnce}";
        // The request log uses the sandbox's clock.
        Clock.Run();
    }

    [SkippableFact]
    public async Task A_420_among_forty_calls_in_flight_stops_them_all_until_the_reset()
    {
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(100)) { Path = "/items/" });
        var running = SyncAsync();
        await UntilAsync(() => Esi.Requests.MostInFlight >= AtOnce && Asked(Items).Count > AtOnce);

        var began = Clock.GetUtcNow();
        Esi.Faults.Add(new ErrorLimitFault(Pause));
        await running;

        Assert.Equal(AtOnce, Esi.Requests.MostInFlight);
        var refused = Esi.Requests.Recent.Where(request => request.Status == 420).ToList();
        Assert.InRange(refused.Count, 1, AtOnce);
        Assert.All(refused, request => Assert.InRange(request.At - began, TimeSpan.Zero, OnTheWay));
        Assert.DoesNotContain(Esi.Requests.Recent, request => request.At > refused.Max(one => one.At) && request.At < began + Pause);
        await ThenAllIsReadOnceAsync();
    }

    [SkippableFact]
    public async Task A_420_in_the_middle_of_a_sweep_only_delays_it()
    {
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(50)) { Path = "/contracts/public/100" });
        var regions = Esi.Market.Regions.Order().Take(40).Select(region => new RegionId(region)).ToArray();
        var running = SyncAsync(default, regions);
        await UntilAsync(() => AskedLists().Count >= 10);

        var began = Clock.GetUtcNow();
        Esi.Faults.Add(new ErrorLimitFault(Pause));
        var summary = await running;

        Assert.Empty(summary.KeptOldState);
        var refused = Esi.Requests.Recent.Where(request => request.Status == 420).ToList();
        Assert.InRange(refused.Count, 1, AtOnce);
        Assert.DoesNotContain(Esi.Requests.Recent, request => request.At > refused.Max(one => one.At) && request.At < began + Pause);
        await ThenItIsAsTheSandboxKnowsAsync([.. regions.Select(region => region.Value)]);
    }

    [SkippableFact]
    public async Task A_429_without_a_group_stops_everything_for_the_time_in_its_header()
    {
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(100)) { Path = "/items/" });
        var running = SyncAsync();
        await UntilAsync(() => Asked(Items).Count > AtOnce);

        Esi.Faults.Add(new RateLimitFault(Pause) { Path = "/items/", Count = 5 });
        await running;

        var refused = Asked(Items).Where(request => request.Status == 429).ToList();
        Assert.Equal(5, refused.Count);
        // They were answered a tenth of a second after they came. Calls that were sent by then are allowed.
        var told = refused.Min(request => request.At) + TimeSpan.FromMilliseconds(100);
        var stopped = Esi.Requests.Recent.Where(request => request.At > told + OnTheWay).Min(request => request.At);
        Assert.True(stopped >= told + Pause, $"Asked after {stopped - told}.");
        await ThenAllIsReadOnceAsync();
    }

    [SkippableFact]
    public async Task A_429_with_a_group_stops_that_group_and_lists_go_on()
    {
        // The pause lasts for the rest of the window, which is long enough to ask for a list on a busy machine.
        Esi.Tokens.Set(new TokenBucketOptions(360, TimeSpan.FromSeconds(15), "items", ContractRoutes.Items));
        Esi.Faults.Add(new LatencyFault(TimeSpan.FromMilliseconds(100)) { Path = "/items/" });
        var running = SyncAsync();
        await UntilAsync(() => Asked(Items).Any(request => request.Status == 429));

        Assert.IsType<SweepResult.Swept>(await SendAsync(new SweepRegion(new RegionId(10000043))));
        await running;

        var items = Asked(Items).OrderBy(request => request.At).ToList();
        var list = AskedLists().Single(request => request.Path.Contains("10000043", StringComparison.Ordinal));
        var (before, after) = (items.Last(request => request.At <= list.At), items.First(request => request.At > list.At));
        Assert.True(after.At - before.At > TimeSpan.FromMilliseconds(900), $"Items were asked for again after only {after.At - before.At}.");
        // Each pause refuses at most the calls that were in flight.
        Assert.InRange(items.Count(request => request.Status == 429), 1, 4 * AtOnce);
        await ThenAllIsReadOnceAsync();
    }

    private async Task ThenAllIsReadOnceAsync()
    {
        await ThenItIsAsTheSandboxKnowsAsync();
        Assert.All(Asked(Items).Where(request => request.Status == 200).CountBy(request => request.Path), path => Assert.Equal(1, path.Value));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var attempt = 0; attempt < 2000 && !isSo(); attempt++) await Task.Delay(10);
        Assert.True(isSo(), "The condition did not become true in time.");
    }
}

public sealed class LimitOnSqlite() : LimitTests(DatabaseProvider.Sqlite);

public sealed class LimitOnPostgres() : LimitTests(DatabaseProvider.Postgres);
