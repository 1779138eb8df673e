using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Esi;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>How many calls are allowed at once and a second, and which clock counts.</summary>
public sealed class GovernorTests : EsiTests
{
    [Fact]
    public async Task No_more_calls_are_in_flight_than_allowed()
    {
        Settings["Esi:MaxConcurrency"] = "3";
        var gate = new TaskCompletionSource();
        for (var page = 1; page <= 12; page++) Upstream.On($"/contracts/public/10000002?page={page}", Reply.Page([]).After(gate.Task));

        var calls = Enumerable.Range(1, 12).Select(page => ReadListAsync(page)).ToList();
        await EventuallyAsync(() => Upstream.Requests.Count == 3);
        await Task.Delay(100);
        Assert.Equal((3, 3), (Upstream.Requests.Count, Governor.State.InFlight));

        gate.SetResult();
        await Task.WhenAll(calls);
        Assert.Equal((3, 0), (Upstream.MostInFlight, Governor.State.InFlight));
    }

    [Fact]
    public async Task No_more_calls_begin_within_a_second_than_allowed_retries_included()
    {
        var clock = new WaitedClock();
        Clock = clock;
        Settings["Esi:MaxRequestsPerSecond"] = "5";
        for (var page = 1; page <= 11; page++) Upstream.On($"/contracts/public/10000002?page={page}", Reply.Page([]));
        Upstream.On("/contracts/public/10000002?page=12", Reply.Error(503), Reply.Page([]));

        var retried = ReadListAsync(12);
        await EventuallyAsync(() => Logs.All.Any(line => line.Text.Contains("503", StringComparison.Ordinal)));
        var calls = Enumerable.Range(1, 11).Select(page => ReadListAsync(page)).ToList();
        await CountsUpToAsync(5);
        await UntilAllWaitAsync(clock, 8);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        await CountsUpToAsync(5);
        await UntilAllWaitAsync(clock, 8);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await CountsUpToAsync(10);
        await UntilAllWaitAsync(clock, 3);
        clock.Advance(TimeSpan.FromSeconds(1));
        await CountsUpToAsync(13);
        await Task.WhenAll([retried, .. calls]);
    }

    [Fact]
    public async Task Setting_the_wall_clock_back_or_ahead_moves_no_pause()
    {
        var clock = new SkewedClock();
        Clock = clock;
        Upstream.On(FirstPage, Reply.Error(420).With("X-Esi-Error-Limit-Reset", "9"), Reply.Page([]));
        var call = ReadListAsync();
        await UntilAllWaitAsync(clock, 1);

        clock.Skew = TimeSpan.FromHours(3);
        Assert.Equal(clock.GetUtcNow().AddSeconds(10), Governor.State.PausedUntil);
        clock.Skew = TimeSpan.FromHours(-3);
        Assert.Equal(clock.GetUtcNow().AddSeconds(10), Governor.State.PausedUntil);

        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<ListPage.Read>(await call);
    }

    [Fact]
    public async Task Lists_are_read_even_while_waiting_line_readers_outnumber_the_slots()
    {
        Clock = new WaitedClock();
        Settings["Esi:MaxConcurrency"] = "2";
        Upstream.On(FirstPage, Reply.Page([]).With("X-Esi-Error-Limit-Remain", "20").With("X-Esi-Error-Limit-Reset", "45"));
        await ReadListAsync();
        using var cancel = new CancellationTokenSource();
        var readers = Enumerable.Range(1, 10).Select(id => Esi.GetLinesAsync(new ContractId(id), cancel.Token)).ToList();

        for (var i = 0; i < 3; i++) await ReadListAsync();

        Assert.Equal(4, Upstream.Requests.Count);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(readers));
    }

    [Fact]
    public void The_smallest_remainder_of_a_window_counts_and_an_older_window_does_not()
    {
        var window = new ErrorWindow();
        Assert.Null(window.RemainingAt(At(0)));

        window.Observe(50, At(60), At(0));
        window.Observe(70, At(61), At(1));
        Assert.Equal((50, At(61)), (window.RemainingAt(At(1)), window.EndsAt));

        window.Observe(40, At(59), At(2));
        Assert.Equal((40, At(61)), (window.RemainingAt(At(2)), window.EndsAt));

        // First an answer of the next window comes, then a late answer of the window before.
        window.Observe(99, At(120), At(60));
        window.Observe(3, At(61), At(60));
        Assert.Equal((99, At(120)), (window.RemainingAt(At(60)), window.EndsAt));
        Assert.Null(window.RemainingAt(At(120)));

        window.Observe(100, At(180), At(121));
        Assert.Equal(100, window.RemainingAt(At(121)));
    }

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);

    private async Task CountsUpToAsync(int requests)
    {
        await EventuallyAsync(() => Upstream.Requests.Count >= requests);
        await Task.Delay(100);
        Assert.Equal(requests, Upstream.Requests.Count);
    }

    private sealed class SkewedClock : WaitedClock
    {
        public TimeSpan Skew { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skew;

        public override long GetTimestamp() => base.GetUtcNow().Ticks;
    }
}
