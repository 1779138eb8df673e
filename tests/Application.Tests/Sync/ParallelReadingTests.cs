using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace HangarBay.Application.Tests.Sync;

public sealed class ParallelReadingTests
{
    private readonly ParallelReading<int, string?> _reading = new(NullLogger.Instance);

    [Fact]
    public async Task Every_key_is_asked_once_and_an_answer_may_be_null()
    {
        await RunAsync(3, key => key == 2 ? null : $"answer {key}");

        Assert.Equal(["answer 1", null, "answer 3"], _reading.Answers.OrderBy(answer => answer.Key).Select(answer => answer.Value));
        Assert.False(_reading.GaveUp);
    }

    [Fact]
    public async Task A_key_without_an_answer_stops_no_other()
    {
        await RunAsync(100, key => key % 3 == 0 ? throw new EsiUnavailableException("Away.") : "");

        Assert.Equal((67, 33, false), (_reading.Answers.Count, _reading.Failed.Count, _reading.GaveUp));
    }

    [Fact]
    public async Task Five_failures_in_a_row_end_the_reading()
    {
        await RunAsync(100, key => key > 10 ? throw new EsiUnavailableException("Away.") : "");

        Assert.Equal((10, 5, true), (_reading.Answers.Count, _reading.Failed.Count, _reading.GaveUp));
    }

    [Fact]
    public async Task Any_other_exception_is_thrown() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(3, _ => throw new InvalidOperationException()));

    private Task RunAsync(int keys, Func<int, string?> answer) => _reading.RunAsync(
        [.. Enumerable.Range(1, keys)],
        (key, _) => Task.FromResult(answer(key)),
        // One call at a time, so that calls have an order.
        new ParallelOptions { MaxDegreeOfParallelism = 1 });
}
