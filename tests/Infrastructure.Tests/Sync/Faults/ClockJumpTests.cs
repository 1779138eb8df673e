using HangarBay.Domain.Coverage;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync.Faults;

/// <summary>
/// The machine's own clock jumps while ESI's runs on. No contract is closed by that, and once the clock is right the market is as on ESI.
/// </summary>
public abstract class ClockJumpTests(DatabaseProvider provider) : SyncTest(provider)
{
    private readonly WallClock _machine = new(new DateTimeOffset(2026, 11, 20, 17, 0, 0, TimeSpan.Zero));

    public static TheoryData<TimeSpan> Jumps => [TimeSpan.FromMinutes(50), TimeSpan.FromDays(3), TimeSpan.FromMinutes(-50), TimeSpan.FromDays(-3)];

    [SkippableTheory]
    [MemberData(nameof(Jumps))]
    public async Task A_clock_that_jumps_and_is_corrected_closes_nothing_wrongly_and_stops_nothing(TimeSpan jump)
    {
        await SyncAsync();
        Pass(NextGeneration);
        var kept = Listed;

        _machine.Advance(jump);
        await SyncAsync();
        Assert.Subset((await OpenAsync()).ToHashSet(), kept.ToHashSet());

        Pass(NextGeneration);
        kept = Listed;
        await SyncAsync();
        Assert.Subset((await OpenAsync()).ToHashSet(), kept.ToHashSet());

        _machine.Advance(-jump);
        // Work that the wrong clock delayed is delayed for at most this long.
        Pass(RegionCoverage.LongestWait);
        Esi.Market.Drop(Forge, 3);
        Esi.Market.Add(Forge, 2);
        await SyncAsync();
        await ThenItIsAsTheSandboxKnowsAsync();
    }

    protected override void Compose(IServiceCollection services) => services.AddSingleton<TimeProvider>(_machine);

    private void Pass(TimeSpan time)
    {
        Clock.Advance(time);
        _machine.Advance(time);
    }
}

public sealed class ClockJumpsOnSqlite() : ClockJumpTests(DatabaseProvider.Sqlite);

public sealed class ClockJumpsOnPostgres() : ClockJumpTests(DatabaseProvider.Postgres);
