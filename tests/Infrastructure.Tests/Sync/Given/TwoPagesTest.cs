using HangarBay.Infrastructure.Persistence;

namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>
/// A region with two pages that was swept once. Since then its list has turned over, and contracts of both pages are gone.
/// </summary>
public abstract class TwoPagesTest(DatabaseProvider provider) : SyncTest(provider)
{
    /// <summary>The ids that the first sweep found.</summary>
    protected IReadOnlyList<long> Before { get; private set; } = [];

    protected override EsiSandbox.Engine.SandboxOptions World => new() { Contracts = 1600 };

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        // Long enough for a page on a busy machine, and short enough to wait for it four times.
        Settings["Esi:Timeout"] = "00:00:01";
        await SweepWellAsync();
        Before = Listed;
        Assert.InRange(Before.Count, 1001, 2000);
        Clock.Advance(NextGeneration);
        Esi.Market.Drop(Forge, [.. Listed.Take(5), .. Listed.TakeLast(5)]);
        Clock.Advance(TimeSpan.FromMinutes(30));
    }
}
