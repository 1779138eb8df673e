using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>Both limits of ESI (M6): a client that is told to wait does so, and then continues by itself.</summary>
public sealed class PauseTests : EsiTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly WaitedClock _clock = new(new DateTimeOffset(2026, 9, 27, 12, 0, 0, TimeSpan.Zero));

    public PauseTests() => Clock = _clock;

    /// <summary>The warnings about ESI, without the one that this clock has another date than the upstream's.</summary>
    private IEnumerable<string> Warnings => Logs.Warnings.Where(line => line.StartsWith("ESI", StringComparison.Ordinal) || line.StartsWith("Requests to ESI", StringComparison.Ordinal));

    [Fact]
    public async Task A_420_in_the_middle_stops_every_call_until_the_reset_and_all_go_on_by_themselves()
    {
        Settings["Esi:MaxConcurrency"] = "10";
        var gate = new TaskCompletionSource();
        for (var page = 1; page <= 30; page++)
        {
            if (page <= 10) Upstream.On(PathOf(page), Throttled(420).With("X-Esi-Error-Limit-Remain", "0").With("X-Esi-Error-Limit-Reset", "40").After(gate.Task));
            Upstream.On(PathOf(page), Reply.Page([Rows.AContract()]));
        }

        var calls = Enumerable.Range(1, 30).Select(page => ReadListAsync(page)).ToList();
        await EventuallyAsync(() => Upstream.Requests.Count == 10);

        gate.SetResult();
        await UntilAllWaitAsync(_clock, 30);
        await NothingMoreAfterAsync(10);
        Assert.Equal(_clock.GetUtcNow().AddSeconds(41), Governor.State.PausedUntil);

        _clock.Advance(40.9 * Second);
        await NothingMoreAfterAsync(10);

        _clock.Advance(0.1 * Second);
        Assert.All(await Task.WhenAll(calls).WaitAsync(60 * Second), page => Assert.IsType<ListPage.Read>(page));
        Assert.Equal(40, Upstream.Requests.Count);
        Assert.Null(Governor.State.PausedUntil);
    }

    [Fact]
    public async Task A_pause_is_logged_once_for_any_number_of_calls()
    {
        var gate = new TaskCompletionSource();
        for (var page = 1; page <= 15; page++) Upstream.On(PathOf(page), Throttled(420).After(gate.Task), Reply.Page([]));
        var calls = Enumerable.Range(1, 15).Select(page => ReadListAsync(page)).ToList();
        await EventuallyAsync(() => Upstream.Requests.Count == 15);

        gate.SetResult();
        await UntilAllWaitAsync(_clock, 15);
        await AdvanceUntilAsync(() => calls.TrueForAll(call => call.IsCompleted));

        Assert.Equal("Requests to ESI pause for all (420) until 2026-09-27 12:01:01Z", Assert.Single(Warnings));
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("0", 1)]
    [InlineData("soon", 60)]
    [InlineData("-5", 60)]
    [InlineData(null, 60)]
    [InlineData("Sun, 27 Sep 2026 18:02:00 GMT", 120)]
    [InlineData("Sun, 27 Sep 2026 17:00:00 GMT", 1)]
    [InlineData("2000000000", 86400)]
    public async Task A_429_pauses_for_the_time_in_its_header(string? retryAfter, int seconds)
    {
        // ESI's clock is six hours ahead of the local clock.
        var reply = Throttled(429).With("Date", "Sun, 27 Sep 2026 18:00:00 GMT");
        if (retryAfter is not null) reply.With("Retry-After", retryAfter);
        Upstream.On(FirstPage, reply, Reply.Page([Rows.AContract()]));

        var call = ReadListAsync();
        await UntilAllWaitAsync(_clock, 1);
        Assert.Equal(_clock.GetUtcNow().AddSeconds(seconds), Governor.State.PausedUntil);

        _clock.Advance(seconds * Second);
        Assert.Single(Assert.IsType<ListPage.Read>(await call).Rows);
    }

    [Fact]
    public async Task A_429_with_a_group_pauses_that_group_alone()
    {
        Upstream.On(LinesPathOf(1), Throttled(429).With("X-Ratelimit-Group", "contracts").With("Retry-After", "30"), Lines());
        Upstream.On(LinesPathOf(2), Lines());
        Upstream.On(FirstPage, Reply.Page([Rows.AContract()]));

        var first = Esi.GetLinesAsync(new ContractId(1), default);
        await EventuallyAsync(() => Governor.State is { PausedGroups.Count: 1, InFlight: 0 });
        var second = Esi.GetLinesAsync(new ContractId(2), default);
        await UntilAllWaitAsync(_clock, 2);

        Assert.Single((await ReadPageAsync()).Rows);
        Assert.Equal(2, Upstream.Requests.Count);
        Assert.Null(Governor.State.PausedUntil);
        Assert.Equal(_clock.GetUtcNow().AddSeconds(30), Governor.State.PausedGroups["contracts"]);

        _clock.Advance(30 * Second);
        Assert.IsType<LinesAnswer.Complete>(await first);
        Assert.IsType<LinesAnswer.Complete>(await second);
        Assert.Empty(Governor.State.PausedGroups);
    }

    [Fact]
    public async Task A_bucket_that_runs_low_pauses_its_group_for_a_tenth_of_its_window()
    {
        Upstream.On(LinesPathOf(1), Lines().With("X-Ratelimit-Group", "g").With("X-Ratelimit-Limit", "150/15m").With("X-Ratelimit-Remaining", "15"));

        await Esi.GetLinesAsync(new ContractId(1), default);

        Assert.Equal(_clock.GetUtcNow().AddSeconds(90), Governor.State.PausedGroups["g"]);
    }

    [Theory]
    [InlineData("150/15m", "16")]
    [InlineData("many/15m", "1")]
    [InlineData("150", "1")]
    [InlineData("150/m", "1")]
    [InlineData("0/15m", "0")]
    [InlineData("150/15m", "few")]
    public async Task A_bucket_that_is_full_or_unreadable_pauses_nothing(string limit, string remaining)
    {
        Upstream.On(LinesPathOf(1), Lines().With("X-Ratelimit-Group", "g").With("X-Ratelimit-Limit", limit).With("X-Ratelimit-Remaining", remaining));

        await Esi.GetLinesAsync(new ContractId(1), default);

        Assert.Empty(Governor.State.PausedGroups);
    }

    [Fact]
    public async Task With_a_low_error_budget_only_lists_are_read_and_with_a_lower_one_nothing_is()
    {
        Upstream.On(FirstPage, Budget(31), Budget(30), Budget(11), Budget(10), Budget(100));
        Upstream.On(LinesPathOf(1), Lines());

        await ReadListAsync();
        await Esi.GetLinesAsync(new ContractId(1), default);
        await ReadListAsync();
        var reading = Esi.GetLinesAsync(new ContractId(1), default);
        await ReadListAsync();
        await ReadListAsync();
        var discovery = ReadListAsync();
        await UntilAllWaitAsync(_clock, 2);
        await NothingMoreAfterAsync(5);

        Assert.False(reading.IsCompleted || discovery.IsCompleted);
        var state = Governor.State;
        Assert.Equal((_clock.GetUtcNow() + 45 * Second, 10), (state.PausedUntil, state.ErrorsRemaining));
        Assert.Equal("ESI's error budget is down to 30 until 2026-09-27 12:00:45Z; until then only lists are read", Assert.Single(Warnings));

        _clock.Advance(45 * Second);
        await reading;
        await discovery;
    }

    [Fact]
    public async Task A_retry_waits_for_a_pause_that_another_call_met()
    {
        Settings["Esi:RetryDelay"] = "00:00:05";
        Upstream.On(PathOf(1), Reply.Error(502), Reply.Page([]));
        Upstream.On(PathOf(2), Throttled(420).With("X-Esi-Error-Limit-Reset", "29"), Reply.Page([]));
        var failed = ReadListAsync(1);
        await EventuallyAsync(() => Logs.All.Any(line => line.Text.Contains("502", StringComparison.Ordinal)));
        var limited = ReadListAsync(2);
        await UntilAllWaitAsync(_clock, 2);

        _clock.Advance(29 * Second);
        await UntilAllWaitAsync(_clock, 2);
        await NothingMoreAfterAsync(2);

        _clock.Advance(Second);
        await Task.WhenAll(failed, limited);
    }

    [Fact]
    public async Task A_call_fails_at_its_fourth_420()
    {
        Upstream.On(FirstPage, Throttled(420).With("X-Esi-Error-Limit-Reset", "5"));

        var call = ReadListAsync();
        await AdvanceUntilAsync(() => call.IsCompleted);

        await Assert.ThrowsAsync<EsiUnavailableException>(() => call);
        Assert.Equal(4, Upstream.Requests.Count);
    }

    [Fact]
    public async Task A_pause_does_not_use_up_the_retries_of_an_outage()
    {
        Upstream.On(
            FirstPage,
            Throttled(429), Reply.Error(503), Throttled(420), Reply.Error(503), Throttled(429), Reply.Error(503), Reply.Page([Rows.AContract()]));

        var call = ReadListAsync();
        await AdvanceUntilAsync(() => call.IsCompleted);

        Assert.IsType<ListPage.Read>(await call);
    }

    [Fact]
    public async Task A_paused_call_can_be_cancelled()
    {
        Upstream.On(FirstPage, Throttled(420));
        using var cancel = new CancellationTokenSource();
        var call = Esi.GetContractsAsync(TheForge, 1, null, cancel.Token);
        await EventuallyAsync(() => Governor.State is { PausedUntil: not null, InFlight: 0 });

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Single(Upstream.Requests);
        Assert.Equal(0, Governor.State.InFlight);
    }

    private static string PathOf(int page) => $"/contracts/public/10000002?page={page}";

    private static string LinesPathOf(int contract) => $"/contracts/public/items/{contract}?page=1";

    private static Reply Throttled(int status) => Reply.Error(status, "This software has exceeded the error limit for ESI.");

    private static Reply Lines() => Reply.Page([Rows.ALine()]);

    private static Reply Budget(int remaining) => Reply.Page([])
        .With("X-Esi-Error-Limit-Remain", $"{remaining}")
        .With("X-Esi-Error-Limit-Reset", "45");

    private async Task NothingMoreAfterAsync(int requests)
    {
        await Task.Delay(150);
        Assert.Equal(requests, Upstream.Requests.Count);
    }

    // The clock stands still while a call is in flight, so no call times out, even on a slow machine.
    private async Task AdvanceUntilAsync(Func<bool> done) => await EventuallyAsync(() =>
    {
        if (Governor.State.InFlight == 0) _clock.Advance(Second);
        return done();
    });
}
