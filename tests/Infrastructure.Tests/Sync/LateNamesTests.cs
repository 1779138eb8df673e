using HangarBay.Application.Sync.ResolvingNames;
using HangarBay.Domain.Universe;
using HangarBay.EsiSandbox.Engine.Faults;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>A new pilot may have contracts before a name, and some pilots change their name (M10).</summary>
public abstract class LateNamesTests(DatabaseProvider provider) : SyncTest(provider)
{
    private const string Names = "/universe/names";

    [SkippableFact]
    public async Task A_pilot_without_a_name_is_asked_for_again_after_a_day()
    {
        var pilot = (await GivenAPilotWithoutANameAsync()).Value;
        var before = Asked(Names).Count;

        Clock.Advance(TimeSpan.FromHours(23));
        await SendAsync(new ResolveNames());
        Assert.Equal(before, Asked(Names).Count);

        Clock.Advance(TimeSpan.FromHours(2));
        await SendAsync(new ResolveNames());
        Assert.NotNull(await NameOfAsync(pilot));
        Assert.Equal(before + 1, Asked(Names).Count);
    }

    [SkippableFact]
    public async Task A_pilot_with_a_name_is_asked_for_again_after_a_week()
    {
        await SyncAsync();
        var before = Asked(Names).Count;

        Clock.Advance(TimeSpan.FromDays(6));
        await SendAsync(new ResolveNames());
        Assert.Equal(before, Asked(Names).Count);

        Clock.Advance(TimeSpan.FromDays(2));
        // One batch of pilots, one of corporations, and then no more.
        await SendAsync(new ResolveNames());
        await SendAsync(new ResolveNames());
        Assert.Equal(before + 2, Asked(Names).Count);
    }

    private async Task<CharacterId> GivenAPilotWithoutANameAsync()
    {
        await SweepWellFirstAsync();
        var pilot = (await ContractsAsync()).Select(contract => contract.IssuerId).Min();
        var fault = new MissingNameFault(pilot.Value);
        Esi.Faults.Add(fault);
        while ((await SendAsync(new ResolveNames())).Settled > 0)
        {
        }

        Esi.Faults.Remove(fault);
        Assert.Null(await NameOfAsync(pilot.Value));
        return pilot;
    }

    private async Task SweepWellFirstAsync()
    {
        await GivenTheSourceIsClaimedAsync();
        await SweepWellAsync();
    }

    private Task<string?> NameOfAsync(long pilot) =>
        QueryAsync(context => context.Set<Character>().Where(character => character.Id == new CharacterId(pilot)).Select(character => character.Name).SingleAsync());
}

public sealed class LateNamesOnSqlite() : LateNamesTests(DatabaseProvider.Sqlite);

public sealed class LateNamesOnPostgres() : LateNamesTests(DatabaseProvider.Postgres);
