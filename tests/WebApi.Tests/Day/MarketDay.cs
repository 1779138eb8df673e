using System.Diagnostics;
using HangarBay.EsiSandbox.Engine;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Hosting;
using Microsoft.Extensions.Logging;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>
/// A day of the market in minutes: the application as it serves, its worker included, and the sandbox behind real HTTP, both
/// on one accelerated clock.
/// </summary>
internal sealed class MarketDay : IAsyncDisposable
{
    /// <summary>Six in the morning, so that downtime is at eleven, and six hours see everything.</summary>
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
            // Two real seconds or so: what a busy machine may take, and a stall must not.
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

    /// <summary>When the error budget was spent on purpose, and until when.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Spent => _spent;

    /// <summary>When ESI was away, the errors afterwards included.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Down => _down;

    /// <summary>All that was put in force, however long ago.</summary>
    public IReadOnlyList<Fault> Faults => _faults;

    public static async Task<MarketDay> BeginAsync(TestDatabase database, double factor)
    {
        var clock = new AcceleratedTime(Morning, factor);
        var world = new SandboxOptions { Contracts = 5000, RememberedRequests = 1_000_000 };
        return new(clock, await SandboxServer.StartAsync(world, clock), database.Configuration);
    }

    /// <summary>Lets so much of the market's time pass, with all that happens in it.</summary>
    public async Task PassAsync(TimeSpan length, CancellationToken cancellationToken)
    {
        var happenings = Happenings.Of(length).OrderBy(happening => happening.At).ToList();
        foreach (var happening in happenings)
        {
            await UntilAsync(happening.At, cancellationToken);
            await happening.Do(this);
        }

        await UntilAsync(length, cancellationToken);
        Esi.Faults.Clear();
    }

    public void Strike(params Fault[] faults)
    {
        _faults.AddRange(faults);
        foreach (var fault in faults) Esi.Faults.Add(fault);
    }

    /// <summary>Ends what struck this region's list until it is ended.</summary>
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

    /// <summary>The process ends as it is told to, and another begins.</summary>
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
