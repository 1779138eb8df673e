using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.EsiSandbox.Engine.Http;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Xunit.Abstractions;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>
/// After a day with all its faults the database agrees with the sandbox. The test runs six hours of the market in a little more than a
/// minute; with <c>HANGARBAY_LONG_TESTS=1</c> it runs the whole day in about five minutes. On a busy machine it takes longer.
/// </summary>
[Collection(nameof(AloneInTime))]
public abstract class MarketDayTests(DatabaseProvider provider, BothDays days, ITestOutputHelper output)
{
    private const double Factor = 360;

    /// <summary>The first region id that is not part of the market (M1).</summary>
    private const int FirstBeyond = 12_000_000;

    private static readonly TimeSpan Length = LongTests.AreWanted ? TimeSpan.FromHours(24) : Happenings.Round;

    /// <summary>The real time after which the test has failed.</summary>
    private static readonly TimeSpan Longest = LongTests.AreWanted ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(10);

    [SkippableFact]
    public async Task After_a_day_of_churn_faults_and_downtime_the_database_equals_the_market()
    {
        var (passing, report) = days.Of(provider);
        try
        {
            await passing;
        }
        finally
        {
            foreach (var line in report) output.WriteLine(line);
        }
    }

    internal static async Task PassAsync(DatabaseProvider provider, ConcurrentQueue<string> report)
    {
        using var patience = new CancellationTokenSource(Longest);
        await using var database = await TestDatabase.CreateAsync(provider);
        await using var store = new Store(database);
        await using var day = await MarketDay.BeginAsync(database, Factor);
        var regions = day.Esi.Market.Regions.Where(region => region < FirstBeyond).ToList();

        await day.PassAsync(Length, patience.Token);
        await ComeToRestAsync(day, store, regions, patience.Token);

        var total = await TotalAsync(day);
        await day.StopAsync();
        var contracts = await store.ContractsAsync();
        var comparison = Compare(day, regions, contracts);
        var quarantine = await store.QuarantineAsync();
        var requests = day.Esi.Requests.Recent;
        Report(report, day, contracts, comparison, quarantine, requests);

        Assert.Empty(day.Log.Errors);
        Nothing(comparison.Differences);
        Nothing([.. (await store.CheckAsync()).Violations.Select(violation => $"{violation.Count} times: {violation.Invariant}")]);
        Nothing(Uncalled(day, quarantine));
        var politeness = new Politeness(day, requests);
        Nothing(politeness.TooEarly());
        Nothing(politeness.DuringPauses());
        Nothing(politeness.Spent());
        Nothing(politeness.ReadTwice());
        Assert.Empty(Happenings.Kinds.Except(requests.SelectMany(request => request.Faults)));
        Assert.Contains(requests, request => request.Status == 420);
        Assert.Equal(contracts.Count(contract => contract.IsLive(day.Clock.GetUtcNow())), total);
        foreach (var evidence in new[] { ClosureEvidence.Expired, ClosureEvidence.GoneEarly })
            Assert.Contains(contracts, contract => contract.Closure == evidence);
    }

    /// <summary>
    /// Halts the clock, so that lists do not change. Then moves it until everything that failed was retried and every region has the
    /// current generation. After the last move all bids are read at one instant.
    /// </summary>
    private static async Task ComeToRestAsync(MarketDay day, Store store, List<int> regions, CancellationToken cancellationToken)
    {
        day.Clock.HaltWallClock();
        await RestAsync();
        var wait = await store.LongestWaitAsync(day.Clock.GetUtcNow());
        Assert.True(wait <= TimeSpan.FromHours(4), $"Lines are asked for again in {wait}.");
        day.Clock.MoveWallClock(wait + TimeSpan.FromMinutes(31));
        await RestAsync();
        for (var attempt = 0; attempt < 10; attempt++)
        {
            day.Clock.MoveWallClock(TimeSpan.FromMinutes(11));
            await RestAsync();
            var asOf = (await store.CoveragesAsync()).ToDictionary(coverage => coverage.Id.Value, coverage => coverage.AsOf);
            if (regions.All(region => day.Esi.Market.Truth(region).FirstOrDefault() is not { } listed || listed.AsOf == asOf[region])) return;
        }

        Assert.Fail("Some region does not reach the current generation.");

        async Task RestAsync()
        {
            // A held list waits for the next generation, and a failed region for its turn. Neither comes while the clock is halted. The pauses
            // between the moves grow: on a busy machine each move would make more lists due before the last ones are read.
            for (var (look, move) = (1, 10); !await store.IsAtRestAsync(regions.Count, day.Clock.GetUtcNow()); look++)
            {
                await Task.Delay(100, cancellationToken);
                if (look < move) continue;
                day.Clock.MoveWallClock(TimeSpan.FromMinutes(5));
                move = look + look / 2;
            }
        }
    }

    private static TruthComparison Compare(MarketDay day, List<int> regions, List<Contract> contracts)
    {
        var comparison = new TruthComparison();
        var open = contracts.Where(contract => contract.ClosedAt is null).ToLookup(contract => contract.RegionId.Value);
        foreach (var region in regions) comparison.Region(region, [.. day.Esi.Market.Truth(region)], [.. open[region]]);
        foreach (var contract in contracts.Where(contract => contract.ClosedAt is not null))
            comparison.Closed(day.Esi.Market.Terms(contract.Id.Value), contract);
        return comparison;
    }

    /// <summary>Quarantine entries of regions for which no malformed row was sent.</summary>
    private static List<string> Uncalled(MarketDay day, List<QuarantineEntry> quarantine)
    {
        var malformed = day.Faults.OfType<MalformedFault>().Select(fault => fault.Region).ToHashSet();
        Assert.NotEmpty(quarantine);
        return [.. quarantine.Where(entry => !malformed.Contains(entry.RegionId?.Value)).Select(entry => $"{entry.Subject}: {entry.Reason}")];
    }

    private static async Task<int> TotalAsync(MarketDay day)
    {
        using var answer = JsonDocument.Parse(await day.Client.GetStringAsync("/api/v1/contracts/?size=1"));
        return answer.RootElement.GetProperty("total").GetInt32();
    }

    private static void Nothing(IReadOnlyList<string> offences) =>
        Assert.True(offences.Count == 0, string.Create(CultureInfo.InvariantCulture, $"{offences.Count}:\n{string.Join('\n', offences.Take(20))}"));

    private static void Report(
        ConcurrentQueue<string> report,
        MarketDay day,
        List<Contract> contracts,
        TruthComparison comparison,
        List<QuarantineEntry> quarantine,
        IReadOnlyList<SeenRequest> requests)
    {
        string Counted<T>(IEnumerable<T> things) => string.Join(", ", things.GroupBy(thing => thing).OrderByDescending(group => group.Count())
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));

        report.Enqueue($"{day.RealTime.TotalSeconds:0} real seconds for {day.Clock.Elapsed.TotalHours:0.0} hours");
        report.Enqueue($"{day.Log.Sweeps} sweeps, {day.Log.KeptOldState} that did not count");
        report.Enqueue($"{contracts.Count} contracts seen; closed: {Counted(contracts.Where(contract => contract.Closure is not null).Select(contract => contract.Closure))}");
        report.Enqueue($"compared {comparison.Compared}, {comparison.OverUnread} over before they were read; {comparison.Differences.Count} differences");
        report.Enqueue($"{requests.Count} requests: {Counted(requests.Select(request => $"{request.Route} {request.Status}"))}");
        report.Enqueue($"faults met: {Counted(requests.SelectMany(request => request.Faults))}");
        report.Enqueue($"set aside: {Counted(quarantine.Select(entry => entry.Reason))}");
        foreach (var lines in day.Log.Lines.GroupBy(line => line)) report.Enqueue($"{lines.Count()} times {lines.Key}");
    }
}

[CollectionDefinition(nameof(AloneInTime), DisableParallelization = true)]
public sealed class AloneInTime : ICollectionFixture<BothDays>;

public sealed class MarketDayOnSqlite(BothDays days, ITestOutputHelper output) : MarketDayTests(DatabaseProvider.Sqlite, days, output);

public sealed class MarketDayOnPostgres(BothDays days, ITestOutputHelper output) : MarketDayTests(DatabaseProvider.Postgres, days, output);
