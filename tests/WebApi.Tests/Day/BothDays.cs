using System.Collections.Concurrent;
using HangarBay.Infrastructure.Persistence;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>
/// The market's day on both engines. The first test that needs one starts both. Each takes two thirds of a core and a minute or more,
/// mostly waiting, so both at once take little longer than one.
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

    /// <summary>Waits for days that still run. Their own tests check how they end.</summary>
    public Task DisposeAsync() => Task.WhenAny(Task.WhenAll(_days.Values.Select(day => day.Passing)));

    private static (Task Passing, ConcurrentQueue<string> Report) Begin(DatabaseProvider engine)
    {
        var report = new ConcurrentQueue<string>();
        return (Task.Run(() => MarketDayTests.PassAsync(engine, report)), report);
    }
}
