using HangarBay.WebApi.Cli;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Cli;

public sealed class ProgressTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly List<string> _lines = [];

    [Fact]
    public async Task Lines_show_rate_and_time_left()
    {
        await ShowAsync(steps =>
        {
            steps.Report(new("Reading lines", 0, 50_000));
            _time.Advance(TimeSpan.FromSeconds(10));
            steps.Report(new("Reading lines", 2_000, 50_000));
        });

        Assert.Equal(["Reading lines: 0 of 50000", "Reading lines: 2000 of 50000, 200/s, 4 min 0 s left"], _lines);
    }

    [Fact]
    public async Task The_rate_is_that_of_the_last_half_minute()
    {
        await ShowAsync(steps =>
        {
            steps.Report(new("Reading lines", 0, 10_000));
            foreach (var done in new[] { 6_000, 6_030, 6_060, 6_090 })
            {
                _time.Advance(TimeSpan.FromSeconds(20));
                steps.Report(new("Reading lines", done, 10_000));
            }
        });

        Assert.EndsWith(", 1.5/s, 43 min 26 s left", _lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slow_rate_is_not_told_as_none()
    {
        await ShowAsync(steps =>
        {
            steps.Report(new("Reading lines", 0, 2));
            _time.Advance(TimeSpan.FromSeconds(25));
            steps.Report(new("Reading lines", 1, 2));
        });

        Assert.EndsWith(", 0.04/s, 25 s left", _lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_steps_are_each_reported_at_intervals()
    {
        await ShowAsync(steps =>
        {
            for (var second = 0; second < 12; second++)
            {
                steps.Report(new("Sweeping regions", second, 100));
                steps.Report(new("Reading lines", second, 100));
                _time.Advance(TimeSpan.FromSeconds(1));
            }
        });

        Assert.Equal(6, _lines.Count);
        Assert.Equal(3, _lines.Count(line => line.StartsWith("Sweeping regions", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_last_report_of_a_step_is_printed_at_once_without_a_time_left()
    {
        await ShowAsync(steps =>
        {
            steps.Report(new("Importing types", 0, 8, " MB"));
            _time.Advance(TimeSpan.FromSeconds(2));
            steps.Report(new("Importing types", 8, 8, " MB"));
        });

        Assert.Equal("Importing types: 8 of 8 MB, 4.0 MB/s", _lines[^1]);
    }

    private Task<int> ShowAsync(Action<IProgress<ProgressStep>> work) => ProgressDisplay.AsLinesAsync(_lines.Add, _time, steps =>
    {
        work(steps);
        return Task.FromResult(0);
    });
}
