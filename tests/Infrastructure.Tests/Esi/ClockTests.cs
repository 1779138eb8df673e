using System.Globalization;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.Infrastructure.Tests.Esi;

/// <summary>A clock that differs much from ESI's is reported to the operator once.</summary>
public sealed class ClockTests : EsiTests
{
    private static readonly DateTimeOffset Ours = new(2026, 9, 27, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _clock = new(Ours);

    public ClockTests() => Clock = _clock;

    [Theory]
    [InlineData(-6, "This machine's clock is 6 minutes ahead of ESI's")]
    [InlineData(6, "This machine's clock is 6 minutes behind ESI's")]
    public async Task A_clock_that_is_far_from_ESIs_is_reported_once(int minutes, string told)
    {
        await HearAsync(minutes);
        await HearAsync(minutes);
        await HearAsync(minutes + 0.5);

        Assert.StartsWith(told, Assert.Single(Told), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-4.9, 0)]
    [InlineData(4.9, 0)]
    [InlineData(-20, 20 * 60)]
    public async Task A_small_clock_difference_and_a_cached_answer_are_not_reported(double minutes, int age)
    {
        await HearAsync(minutes, age);

        Assert.Empty(Told);
    }

    [Fact]
    public async Task A_clock_difference_that_returns_is_reported_at_most_once_an_hour()
    {
        await HearAsync(-30);
        await HearAsync(0);
        await HearAsync(-30);
        Assert.Single(Told);

        _clock.Advance(TimeSpan.FromHours(1));
        await HearAsync(-30);
        await HearAsync(0);
        await HearAsync(-30);
        Assert.Equal(2, Told.Count);
    }

    private List<string> Told => [.. Logs.Warnings.Where(line => line.Contains("clock", StringComparison.Ordinal))];

    /// <summary>An answer whose date is this many minutes after the local clock.</summary>
    private async Task HearAsync(double minutes, int age = 0)
    {
        var reply = Reply.Page([]).With("Date", _clock.GetUtcNow().AddMinutes(minutes).ToString("R", CultureInfo.InvariantCulture));
        if (age > 0) reply.With("Age", age.ToString(CultureInfo.InvariantCulture));
        // A path repeats its last answer.
        var page = Upstream.Requests.Count + 1;
        Upstream.On($"/contracts/public/10000002?page={page}", reply);
        await ReadListAsync(page);
    }
}
