using HangarBay.EsiSandbox.Engine.Demo;
using HangarBay.EsiSandbox.Engine.Exports;
using HangarBay.EsiSandbox.Engine.Facts;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.EsiSandbox.Engine.Http;
using HangarBay.EsiSandbox.Engine.Market;
using HangarBay.EsiSandbox.Engine.Recorded;

namespace HangarBay.EsiSandbox.Engine;

/// <summary>One sandbox: its world, its limits, its faults and its request log.</summary>
internal sealed class Sandbox
{
    private readonly IContractSource _source;
    private readonly People _people;

    private Sandbox(SandboxOptions options, TimeProvider time)
    {
        Options = options;
        Time = time;
        var isDemo = options.RecordedDirectory is null && options.ShapeOrDefault == MarketShape.Demo;
        Catalogue = options.RecordedDirectory is { } directory ? SdeTables.Read(directory) : isDemo ? DemoFacts.Catalogue : EmbeddedTables.Catalogue;
        _people = new People(options.Contracts);
        var pools = new Pools(Catalogue);
        var goods = new GoodsMaker(options.Seed, pools);
        var timeline = new Timeline(options.Seed, options.Contracts, isDemo && options.Contracts >= DemoMaker.SmallestWithStanding ? DemoMaker.Standing : 0);
        IContractMaker maker = isDemo
            ? new DemoMaker(options.Seed, new DemoGoods(options.Seed, pools), new Couriers(Catalogue, new Roads(Catalogue)), _people, timeline)
            : new ContractMaker(options.Seed, goods, _people);
        _source = options.RecordedDirectory is null
            ? new GeneratedSource(options, maker, timeline, _people)
            : new RecordedSource(options, Catalogue, goods, time.GetUtcNow());
        Downtime = new Downtime(time);
        Market = new PublicMarket(options, _source, maker, timeline, time);
        Faults = new FaultBoard(this);
        Requests = new RequestLog(options.RememberedRequests);
        Errors = new ErrorBudget(time);
        Tokens = new TokenBoard(options.TokenBucket, time);
    }

    public SandboxOptions Options { get; }
    public TimeProvider Time { get; }
    public string Identity => _source.Identity;
    public Catalogue Catalogue { get; }
    public PublicMarket Market { get; }
    public FaultBoard Faults { get; }
    public Downtime Downtime { get; }
    public ExportAnswers Exports { get; } = new();
    public RequestLog Requests { get; }
    public ErrorBudget Errors { get; }
    public TokenBoard Tokens { get; }

    /// <exception cref="SandboxSetupException">The options are invalid, or the recording cannot be read.</exception>
    public static Sandbox Create(SandboxOptions options, TimeProvider time)
    {
        options.Validate();
        return new(options, time);
    }

    /// <summary>
    /// The category and name of an issuer; null when nobody with this id ever issued a contract here. In a recording, contracts added on
    /// demand have invented issuers too.
    /// </summary>
    public (string Category, string Name)? PersonName(long id) => _source.NameOf(id) ?? _people.Find(id);

    /// <summary>Puts the sandbox back to its state at the start.</summary>
    public void Reset()
    {
        Faults.Clear();
        Market.Reset();
        Exports.Forget();
        Requests.Clear();
        Errors.Reset();
        Tokens.Reset();
    }
}
