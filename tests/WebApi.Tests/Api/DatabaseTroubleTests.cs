using HangarBay.Application.Abstractions;
using HangarBay.WebApi.Problems;
using HangarBay.WebApi.Tests.Day;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Api;

public sealed class DatabaseTroubleTests
{
    private static readonly DatabaseFault Away = new(DatabaseFaultKind.Unavailable, "The database cannot be reached.");
    private static readonly DatabaseFault Full = new(DatabaseFaultKind.Full, "The database's disk is full.");

    [Fact]
    public void A_database_fault_is_logged_once_a_minute_for_each_kind()
    {
        var clock = new FakeTimeProvider();
        using var log = new DayLog(clock);
        using var logging = log.NewFactory();
        var trouble = new DatabaseTrouble(clock, logging.CreateLogger<DatabaseTrouble>());

        Parallel.For(0, 100, _ => trouble.Tell(Away, new InvalidOperationException()));
        trouble.Tell(Full, new InvalidOperationException());
        clock.Advance(TimeSpan.FromSeconds(59));
        trouble.Tell(Away, new InvalidOperationException());
        Assert.Equal(2, log.Lines.Count);

        clock.Advance(TimeSpan.FromSeconds(1));
        trouble.Tell(Away, new InvalidOperationException());
        Assert.Equal(3, log.Lines.Count);
    }
}
