using System.Collections.Concurrent;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>
/// The day on either engine, begun together by whoever asks first: each takes two thirds of a core and a minute or more, most
/// of which is waiting, so side by side they take little longer than one.
/// </summary>
public sealed class BothDays : IAsyncLifetime
{
    private readonly ConcurrentDictionary<DatabaseProvider, (Task Passing, ConcurrentQueue<string> Report)> _days = [];

    public (Task Passing, IReadOnlyCollection<string> Report) Of(DatabaseProvider provider)
    {
        foreach (var engine in Enum.GetValues<DatabaseProvider>()) _days.GetOrAdd(engine, Begin);
        return _days[provider];
    }

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>Nothing is taken away from a day that still passes; how it ends is its own test's concern.</summary>
    public Task DisposeAsync() => Task.WhenAny(Task.WhenAll(_days.Values.Select(day => day.Passing)));

    private static (Task Passing, ConcurrentQueue<string> Report) Begin(DatabaseProvider engine)
    {
        var report = new ConcurrentQueue<string>();
        return (Task.Run(() => MarketDayTests.PassAsync(engine, report)), report);
    }
}
