using System.Diagnostics;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>
/// A day of the market in minutes: the serving application with its worker, and the sandbox behind real HTTP. Both use one accelerated
/// clock.
/// </summary>
internal sealed class MarketDay : IAsyncDisposable
{
    /// <summary>
    /// The day starts at six in the morning. So the downtime at eleven is within the first six hours, which contain every fault.
    /// </summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Dictionary<string, string?> _settings;
    private readonly ILoggerFactory _logging;
    private readonly List<DateTimeOffset> _restarts = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _spent = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _down = [];
    private readonly List<Fault> _faults = [];
    private HangarBayFactory _application;

    private MarketDay(AcceleratedTime clock, SandboxServer esi, IReadOnlyDictionary<string, string?> database)
    {
        (Clock, Esi, Log) = (clock, esi, new DayLog(clock));
        _logging = Log.NewFactory();
        _settings = new(database)
        {
            ["Esi:BaseUrl"] = esi.BaseAddress.ToString(),
            // About two real seconds: enough for a busy machine, and the limit for a stalled call.
            ["Esi:Timeout"] = "00:10:00",
            ["Esi:RetryDelay"] = "00:00:20",
        };
        _application = Start();
    }

    public AcceleratedTime Clock { get; }

    public SandboxServer Esi { get; }

    public DayLog Log { get; }

    public TimeSpan RealTime => Stopwatch.GetElapsedTime(_began);

    public HttpClient Client { get; private set; } = null!;

    public IReadOnlyList<DateTimeOffset> Restarts => _restarts;

    /// <summary>The times during which the error budget was spent on purpose.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Spent => _spent;

    /// <summary>The times during which ESI was away, including the errors afterwards.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Down => _down;

    /// <summary>All faults that were put in force since the start.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    public static async Task<MarketDay> BeginAsync(TestDatabase database, double factor)
    {
        var clock = new AcceleratedTime(Morning, factor);
        var world = new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 5000, RememberedRequests = 1_000_000 };
        return new(clock, await SandboxServer.StartAsync(world, clock), database.Configuration);
    }

    /// <summary>Lets this much of the market's time pass, with all its events.</summary>
    public async Task PassAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var happenings = Happenings.Of(length).OrderBy(happening => happening.At).ToList();
        foreach (var happening in happenings)
        {
            await UntilAsync(happening.At, cancellationToken);
            await happening.Do(this);
        }

        await UntilAsync(length, cancellationToken);
        // On a busy machine the last faults may still wait for a request that meets them.
        while (!AreAllFaultsMet) await Task.Delay(TimeSpan.FromMinutes(5), Clock, cancellationToken);
        Esi.Faults.Clear();
    }

    private bool AreAllFaultsMet => !Happenings.Kinds.Except(Esi.Requests.Recent.SelectMany(request => request.Faults)).Any();

    public void Strike(params Fault[] faults)
    {
        _faults.AddRange(faults);
        foreach (var fault in faults) Esi.Faults.Add(fault);
    }

    /// <summary>Ends the faults on this region's list that last until they are removed.</summary>
    public void Heal(int region)
    {
        foreach (var fault in _faults.Where(fault => fault.Region == region && fault.Count is null)) Esi.Faults.Remove(fault);
    }

    public void SpendTheErrorBudget(TimeSpan length)
    {
        var now = Clock.GetUtcNow();
        _spent.Add((now, now + length));
        Esi.Faults.Add(new ErrorLimitFault(length));
    }

    public void DropThreeInFive(int region) => Esi.Market.Drop(region, Esi.Market.Listed(region).Count * 3 / 5);

    public async Task GoDownAsync(TimeSpan refuse, TimeSpan errors)
    {
        var now = Clock.GetUtcNow();
        _down.Add((now, now + refuse + errors));
        await Esi.DownAsync(refuse, errors);
    }

    /// <summary>Stops the process normally and starts another.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        _application = Start();
        _restarts.Add(Clock.GetUtcNow());
    }

    public async Task StopAsync() => await _application.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Esi.DisposeAsync();
        _logging.Dispose();
        Log.Dispose();
        Clock.Dispose();
    }

    private HangarBayFactory Start()
    {
        var application = new HangarBayFactory(_settings) { Time = Clock, Log = _logging };
        Client = application.CreateClient();
        return application;
    }

    private async Task UntilAsync(TimeSpan sinceMorning, CancellationToken cancellationToken)
    {
        var wait = Morning + sinceMorning - Clock.GetUtcNow();
        if (wait > TimeSpan.Zero) await Task.Delay(wait, Clock, cancellationToken);
    }
}
