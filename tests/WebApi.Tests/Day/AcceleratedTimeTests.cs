using System.Diagnostics;
using HangarBay.TestSupport;

namespace HangarBay.WebApi.Tests.Day;

public sealed class AcceleratedTimeTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    private readonly AcceleratedTime _time = new(Start, 300);

    public void Dispose() => _time.Dispose();

    [Fact]
    public async Task Wall_clock_and_timestamps_run_no_faster_than_the_given_factor()
    {
        var (real, mark) = (Stopwatch.GetTimestamp(), _time.GetTimestamp());

        // On a busy machine less of this time passes, but some does.
        while (_time.GetElapsedTime(mark) < TimeSpan.FromMinutes(1)) await Task.Delay(20);
        var (elapsed, wall) = (_time.GetElapsedTime(mark), _time.GetUtcNow() - Start);
        var longest = Stopwatch.GetElapsedTime(real) * 300 + TimeSpan.FromMinutes(5);

        Assert.InRange(elapsed, TimeSpan.FromMinutes(1), longest);
        Assert.InRange(wall, elapsed, longest);
    }

    [Fact]
    public async Task Time_waits_while_the_thread_pool_is_busy()
    {
        var time = new AcceleratedTime(Start, 300);
        // Without a pulse no more than one pulse's time passes.
        time.Dispose();
        await Task.Delay(200);

        Assert.InRange(time.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(40) * 300);
    }

    [Fact]
    public async Task Even_a_short_delay_is_never_early()
    {
        for (var seconds = 1; seconds <= 100; seconds++)
        {
            var (mark, due) = (_time.GetTimestamp(), _time.GetUtcNow().AddSeconds(seconds));
            await Task.Delay(TimeSpan.FromSeconds(seconds), _time);

            Assert.True(_time.GetElapsedTime(mark) >= TimeSpan.FromSeconds(seconds));
            Assert.True(_time.GetUtcNow() >= due);
        }
    }

    [Fact]
    public async Task A_timeout_of_ten_minutes_comes_after_two_seconds_or_more()
    {
        var real = Stopwatch.GetTimestamp();
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(10), _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, timeout.Token));

        Assert.InRange(Stopwatch.GetElapsedTime(real), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_periodic_timer_ticks_until_it_is_disposed()
    {
        var mark = _time.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(10), _time);

        for (var tick = 1; tick <= 5; tick++) Assert.True(await timer.WaitForNextTickAsync());
        Assert.True(_time.GetElapsedTime(mark) >= TimeSpan.FromSeconds(50));
        timer.Dispose();

        Assert.False(await timer.WaitForNextTickAsync());
    }

    [Fact]
    public async Task A_timer_can_be_postponed_cancelled_and_set_again()
    {
        var fired = 0;
        await using var timer = _time.CreateTimer(_ => Interlocked.Increment(ref fired), null, TimeSpan.FromMinutes(10), Timeout.InfiniteTimeSpan);

        Assert.True(timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        await Task.Delay(TimeSpan.FromMinutes(12), _time);
        Assert.Equal(0, fired);

        Assert.True(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
        await Task.Delay(TimeSpan.FromMinutes(2), _time);
        Assert.Equal(1, fired);
        await timer.DisposeAsync();
        Assert.False(timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan));
    }

    [Fact]
    public async Task The_wall_clock_can_be_halted_and_moved_while_timers_run()
    {
        _time.HaltWallClock();
        var halted = _time.GetUtcNow();

        await Task.Delay(TimeSpan.FromSeconds(30), _time);
        Assert.Equal(halted, _time.GetUtcNow());

        _time.MoveWallClock(TimeSpan.FromHours(1));
        Assert.Equal(halted.AddHours(1), _time.GetUtcNow());

        _time.ResumeWallClock();
        await Task.Delay(TimeSpan.FromSeconds(30), _time);
        Assert.InRange(_time.GetUtcNow(), halted.AddHours(1).AddSeconds(30), halted.AddHours(2));
        Assert.Throws<InvalidOperationException>(() => _time.MoveWallClock(TimeSpan.FromHours(1)));
    }
}
