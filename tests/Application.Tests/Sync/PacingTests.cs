using HangarBay.Application.Sync;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Application.Tests.Sync;

/// <summary>When a list (M4) and a failed call (M5) are asked for again, and how long a batch may take to end.</summary>
public sealed class PacingTests
{
    private readonly FakeTimeProvider _time = new(Noon);

    [Fact]
    public void A_region_is_swept_when_its_list_expires() =>
        Assert.Equal(Noon.AddMinutes(25), Next(Noon.AddMinutes(25)));

    [Theory]
    [InlineData(-30)]
    [InlineData(0)]
    [InlineData(59)]
    public void The_next_sweep_is_never_sooner_than_the_shortest_wait(int seconds) =>
        Assert.Equal(Noon.AddMinutes(1), Next(Noon.AddSeconds(seconds)));

    [Fact]
    public void The_next_sweep_is_never_later_than_the_longest_wait() =>
        Assert.Equal(Noon.AddHours(1), Next(Noon.AddHours(20)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(6, 60)]
    [InlineData(1000, 60)]
    public void Without_an_answer_the_wait_doubles_up_to_the_longest_wait(int failures, int minutes) =>
        Assert.Equal(Noon.AddMinutes(minutes), Next(null, failures));

    [Fact]
    public void Jitter_is_added_and_never_more_than_allowed()
    {
        var due = Enumerable.Range(0, 200).Select(_ => Next(Noon.AddMinutes(25), jitter: TimeSpan.FromSeconds(15))).ToList();

        Assert.All(due, at => Assert.InRange(at, Noon.AddMinutes(25), Noon.AddMinutes(25).AddSeconds(15)));
        Assert.True(due.Distinct().Count() > 100);
    }

    [Fact]
    public void A_list_that_expires_in_years_is_asked_for_again_after_the_longest_wait() =>
        Assert.Equal(Noon.AddHours(1), new Pace(Options.Create(new SyncOptions()), _time).After(Noon.AddYears(3), 0).ExpiresAt);

    [Fact]
    public void The_lists_own_expiry_is_kept_beside_the_time_it_is_due()
    {
        var schedule = new Pace(Options.Create(new SyncOptions()), _time).After(Noon.AddSeconds(3), 0);

        Assert.Equal((Noon, Noon.AddSeconds(3)), (schedule.Now, schedule.ExpiresAt));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 10)]
    [InlineData(2, 20)]
    [InlineData(6, 320)]
    [InlineData(7, 360)]
    [InlineData(5000, 360)]
    public void A_failed_call_is_retried_after_five_minutes_then_twice_as_long_up_to_six_hours(int attempts, int minutes) =>
        Assert.Equal(Noon.AddMinutes(minutes), Retry.After(Noon, attempts));

    [Fact]
    public async Task A_batch_has_eight_seconds_to_end_once_it_is_asked_to_stop()
    {
        using var stopping = new CancellationTokenSource();
        using var grace = new Grace(_time, stopping.Token);
        _time.Advance(TimeSpan.FromMinutes(5));
        await stopping.CancelAsync();

        _time.Advance(TimeSpan.FromSeconds(7.9));
        Assert.False(grace.Token.IsCancellationRequested);

        _time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.True(grace.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_batch_that_begins_after_the_request_to_stop_has_eight_seconds_too()
    {
        using var grace = new Grace(_time, new CancellationToken(canceled: true));

        Assert.False(grace.Token.IsCancellationRequested);
        _time.Advance(TimeSpan.FromSeconds(8));
        Assert.True(grace.Token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_batch_that_ends_in_time_is_not_cancelled()
    {
        using var stopping = new CancellationTokenSource();
        var grace = new Grace(_time, stopping.Token);
        var token = grace.Token;
        grace.Dispose();
        await stopping.CancelAsync();
        _time.Advance(TimeSpan.FromSeconds(9));

        Assert.False(token.IsCancellationRequested);
    }

    private DateTimeOffset Next(DateTimeOffset? expiresAt, int failures = 0, TimeSpan jitter = default) =>
        new Pace(Options.Create(new SyncOptions { Jitter = jitter }), _time).After(expiresAt, failures).NextDueAt;
}
