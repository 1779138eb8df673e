using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Domain.Coverage;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>
/// No fault that prevents the reading of a whole list closes a contract (M2). The tests share one database, because none of them changes
/// it.
/// </summary>
public abstract class LastingFaultTests(LastingFaultTests.Market market)
{
    private const int Forge = 10000002;

    public static TheoryData<string, Fault> Lasting => new()
    {
        { "torn", new TornFault { Region = Forge, Page = 2 } },
        { "torn first page", new TornFault { Region = Forge, Page = 1 } },
        { "500", new StatusFault(500) { Region = Forge, Page = 2 } },
        { "502", new StatusFault(502) { Region = Forge, Page = 1 } },
        { "520", new StatusFault(520) { Region = Forge, Page = 2 } },
        { "missing page", new StatusFault(404) { Region = Forge, Page = 2 } },
        { "missing region", new StatusFault(404) { Region = Forge, Page = 1 } },
        { "truncated", new TruncatedFault { Region = Forge, Page = 2 } },
        { "truncated chunks", new TruncatedFault(Chunked: true) { Region = Forge, Page = 1 } },
        { "html", new HtmlFault { Region = Forge, Page = 2 } },
        { "empty page", new EmptyPageFault { Region = Forge, Page = 2 } },
        { "empty first page", new EmptyPageFault { Region = Forge, Page = 1 } },
        { "stall", new StallFault { Region = Forge, Page = 2 } },
        { "too slow", new LatencyFault(TimeSpan.FromSeconds(3)) { Region = Forge, Page = 2 } },
    };

    [SkippableTheory]
    [MemberData(nameof(Lasting))]
    public async Task A_lasting_fault_keeps_the_old_state_and_the_coverage_has_the_reason(string what, Fault fault)
    {
        Assert.NotEmpty(what);

        await market.SweepInVainAsync(fault);
    }

    public abstract class Market(DatabaseProvider provider) : TwoPagesTest(provider)
    {
        private bool _isMissing;

        public override async Task InitializeAsync()
        {
            try
            {
                await base.InitializeAsync();
            }
            catch (SkipException)
            {
                // A fixture cannot skip, but its tests can.
                _isMissing = true;
            }
        }

        public async Task SweepInVainAsync(Fault fault)
        {
            Skip.If(_isMissing, "There is no PostgreSQL for the tests.");
            var coverage = await CoverageAsync();
            Esi.Faults.Clear();
            Esi.Faults.Add(fault);

            var kept = Assert.IsType<SweepResult.KeptOldState>(await SweepAsync());

            Assert.Equal(Before, await OpenAsync());
            var now = await CoverageAsync();
            Assert.Equal((SweepOutcome.Incomplete, kept.Reason), (now.LastOutcome!.Value, now.LastReason));
            Assert.Equal((coverage.AsOf, coverage.Listed, coverage.FailuresInRow + 1), (now.AsOf, now.Listed, now.FailuresInRow));

            // Lets the pages with good answers expire before the next fault.
            Clock.Advance(NextGeneration);
        }
    }
}

public sealed class LastingFaultOnSqlite(LastingFaultOnSqlite.OfSqlite market)
    : LastingFaultTests(market), IClassFixture<LastingFaultOnSqlite.OfSqlite>
{
    public sealed class OfSqlite() : Market(DatabaseProvider.Sqlite);
}

public sealed class LastingFaultOnPostgres(LastingFaultOnPostgres.OfPostgres market)
    : LastingFaultTests(market), IClassFixture<LastingFaultOnPostgres.OfPostgres>
{
    public sealed class OfPostgres() : Market(DatabaseProvider.Postgres);
}
