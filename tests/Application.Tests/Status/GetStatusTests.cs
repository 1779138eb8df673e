using HangarBay.Application.Abstractions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Status;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NSubstitute;

namespace HangarBay.Application.Tests.Status;

/// <summary>The public state of the sync.</summary>
public sealed class GetStatusTests
{
    private static readonly DateTimeOffset Now = Noon.AddSeconds(30);
    private static readonly SweeperReport AReport = new(SweeperPhase.ReadingItems, null, null, null, 90, 3, null);

    private readonly FakeTimeProvider _time = new(Now);
    private readonly Stored<MarketState> _markets = [MarketStates.At(7, changedAt: Noon.AddHours(-1))];
    private readonly Stored<RegionCoverage> _coverages = [];
    private readonly Stored<Region> _regions = [];
    private readonly Stored<Contract> _contracts = new Stored<Contract>().CountedBy<RegionId>();
    private readonly Stored<QuarantineEntry> _quarantine = new Stored<QuarantineEntry>().CountedBy<RegionId>();
    private readonly Stored<SweeperState> _sweepers = [];

    [Fact]
    public async Task A_sweeper_with_a_recent_sign_of_life_is_shown_with_its_state()
    {
        Sweeping(AReport with { PausedGroups = "contracts, universe" });

        var status = await GetAsync();

        Assert.Equal(new SweeperStatus(true, Noon.AddHours(-1), Now.AddSeconds(-29), SweeperPhase.ReadingItems, null), status.Sweeper);
        Assert.Equal((false, 90, 3), (status.Esi!.Paused, status.Esi.ErrorsRemaining, status.Esi.InFlight));
        Assert.Equal(["contracts", "universe"], status.Esi.PausedGroups);
    }

    [Fact]
    public async Task A_sweeper_without_a_sign_of_life_for_half_a_minute_counts_as_none()
    {
        Sweeping(AReport with { LineReadsPerMinute = 60 }, seenAt: Now.AddSeconds(-30));

        var status = await GetAsync();

        Assert.Equal(new SweeperStatus(false, null, null, null, null), status.Sweeper);
        Assert.Null(status.Esi);
        Assert.Null(status.Lines.PerMinute);
    }

    [Fact]
    public async Task Without_a_sweeper_the_status_is_inactive() => Assert.False((await GetAsync()).Sweeper.Active);

    [Fact]
    public async Task Pauses_that_have_not_ended_are_shown()
    {
        Sweeping(AReport with { PausedUntil = Now.AddSeconds(1), ReadingPausedUntil = Now.AddSeconds(2) });

        var esi = (await GetAsync()).Esi!;

        Assert.Equal((true, Now.AddSeconds(1), Now.AddSeconds(2)), (esi.Paused, esi.PausedUntil, esi.ReadingPausedUntil));
        Assert.Empty(esi.PausedGroups);
    }

    [Fact]
    public async Task Pauses_that_have_ended_are_not_shown()
    {
        Sweeping(AReport with { PausedUntil = Now, ReadingPausedUntil = Now });

        var esi = (await GetAsync()).Esi!;

        Assert.Equal((false, null, null), (esi.Paused, esi.PausedUntil, esi.ReadingPausedUntil));
    }

    [Fact]
    public async Task The_backlog_counts_live_contracts_that_are_due_waiting_or_set_aside()
    {
        Pending();
        Pending().MissLines(Now, accepted: false);
        Pending().MissLines(Now.AddSeconds(1), accepted: false);
        SetAside();
        Pending().Close(Noon);
        Pending(expiring: Noon);
        _contracts.Add(AContract(ContractType.Courier).Listed());

        var lines = (await GetAsync()).Lines;

        Assert.Equal((2, 1, 1), (lines.Due, lines.Waiting, lines.SetAside));
    }

    [Fact]
    public async Task The_backlog_is_never_negative_where_another_clock_is_ahead()
    {
        _markets[0] = MarketStates.At(8, changedAt: Now.AddMinutes(2));
        Pending(expiring: Now.AddMinutes(1));

        var lines = (await GetAsync()).Lines;

        Assert.Equal((1, 0), (lines.Due, lines.Waiting));
    }

    [Theory]
    [InlineData(60, 3)]
    [InlineData(7, 26)]
    [InlineData(1e-9, int.MaxValue)]
    public async Task The_seconds_left_follow_from_the_due_lines_and_the_sweepers_rate(double perMinute, int secondsLeft)
    {
        for (var contract = 0; contract < 3; contract++) Pending();
        Sweeping(AReport with { LineReadsPerMinute = perMinute });

        var lines = (await GetAsync()).Lines;

        Assert.Equal((perMinute, secondsLeft), (lines.PerMinute, lines.SecondsLeft));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0.0)]
    public async Task Without_a_rate_the_seconds_left_are_unknown(double? perMinute)
    {
        Pending();
        Sweeping(AReport with { LineReadsPerMinute = perMinute });

        Assert.Null((await GetAsync()).Lines.SecondsLeft);
    }

    [Fact]
    public async Task Auctions_whose_bids_are_due_are_counted()
    {
        _contracts.Add(AContract(ContractType.Auction).Listed());
        _contracts.Add(AContract(ContractType.Auction).Listed());
        _contracts[^1].TakeBids([], Now.AddSeconds(1));

        Assert.Equal(1, (await GetAsync()).BidsDue);
    }

    [Fact]
    public async Task Every_region_that_was_tried_has_its_own_numbers()
    {
        Swept(TheForge);
        _regions.Add(new Region(TheForge, LocalisedName.Of([new(Language.En, "The Forge"), new(Language.De, "Die Schmiede")])));
        Pending();
        _contracts.Add(AContract(ContractType.Courier).Listed());
        _quarantine.Add(new QuarantineEntry("contract 1", "The volume is negative.", TheForge, Noon));
        _quarantine.Add(new QuarantineEntry("type 1", "ESI does not know the type.", null, Noon));
        var failing = RegionCoverage.Of(new RegionId(10_000_043));
        failing.KeepOldState(SweepOutcome.Incomplete, "A page was missing.", ASchedule());
        _coverages.Add(failing);

        var status = await GetAsync(Language.De);

        Assert.Equal(
            [
                new(TheForge.Value, "Die Schmiede", Noon, Noon.AddMinutes(31), 2, 1, 0, 1, 0, SweepOutcome.Complete, Noon, null),
                new(10_000_043, null, null, Noon.AddMinutes(31), 0, 0, 0, 0, 1, SweepOutcome.Incomplete, Noon, "A page was missing."),
            ],
            status.Regions);
        Assert.Equal(("live", Noon), (status.Source, status.AsOf));
    }

    [Fact]
    public async Task Contracts_closed_since_midnight_are_counted_as_closed_today()
    {
        var midnight = new DateTimeOffset(Noon.Date, TimeSpan.Zero);
        Swept(TheForge);
        Pending().Close(midnight);
        Pending().Close(midnight.AddSeconds(-1));

        Assert.Equal(1, Assert.Single((await GetAsync()).Regions).ClosedToday);
    }

    [Fact]
    public async Task Before_any_region_was_tried_none_is_counted()
    {
        Assert.Empty((await GetAsync()).Regions);
        Assert.Empty(_quarantine.Reading.ReceivedCalls());
    }

    private Contract Pending(DateTimeOffset? expiring = null)
    {
        _contracts.Add(AContract().Expiring(expiring ?? Noon.AddDays(6)).Listed());
        return _contracts[^1];
    }

    private void SetAside()
    {
        var contract = Pending();
        for (var attempt = 0; attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(Noon, accepted: false);
    }

    private void Sweeping(SweeperReport report, DateTimeOffset? seenAt = null)
    {
        var sweeper = SweeperState.Nobody();
        sweeper.Take("web-1:4711", Noon.AddHours(-1));
        sweeper.Beat(report, seenAt ?? Now.AddSeconds(-29));
        _sweepers.Add(sweeper);
    }

    private void Swept(RegionId region)
    {
        var coverage = RegionCoverage.Of(region);
        coverage.Complete(Noon, [], listed: 2, ASchedule());
        _coverages.Add(coverage);
    }

    private async Task<MarketStatus> GetAsync(Language language = Language.En)
    {
        // The market in memory of a process that serves no readers.
        using var memory = new LiveMarkets(
            Substitute.For<IMarketVersions>(), Substitute.For<IServiceScopeFactory>(), Substitute.For<IDatabaseFaults>(), TimeProvider.System);
        var handler = new GetStatusHandler(
            _markets.Reading, _coverages.Reading, _regions.Reading, _contracts.Reading, _quarantine.Reading, _sweepers.Reading, new Stored<SyncJob>().Reading, memory, _time);
        return await handler.Handle(new GetStatus { Lang = language }, default);
    }
}
