using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Domain.Market;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Sync.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.Sync;

/// <summary>Invented and real contracts never mix (M11).</summary>
public abstract class SourceTests(DatabaseProvider provider) : SyncTest(provider)
{
    [SkippableFact]
    public async Task A_new_database_takes_the_source_that_answers_as_its_own()
    {
        var source = await SendAsync(new ClaimSource());

        Assert.Equal($"sandbox: {Esi.Identity}", source);
        Assert.Equal(source, (await QueryAsync(context => context.Set<MarketState>().SingleAsync())).Source);
    }

    [SkippableFact]
    public async Task Another_source_is_refused_in_one_sentence_and_nothing_is_written()
    {
        await SyncAsync();
        var before = await DumpAsync();
        Clock.Advance(NextGeneration);
        await using var other = await SandboxServer.StartAsync(World with { Shape = MarketShape.NewEden, Seed = 2 }, Clock);
        Settings["Esi:BaseUrl"] = other.BaseAddress.ToString();
        var process = StartProcess();

        var refused = await Assert.ThrowsAsync<SourceRefusedException>(() =>
            process.GetRequiredService<SyncRun>().RunAsync(new([TheForge]), progress: null, default));

        Assert.Contains(Esi.Identity, refused.Message, StringComparison.Ordinal);
        Assert.Contains(other.Identity, refused.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        Assert.Empty(before.DifferencesTo(await DumpAsync()));
        Assert.DoesNotContain(other.Requests.Recent, request => request.Route.StartsWith("/contracts", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Real_esi_is_not_asked_without_a_contact()
    {
        Settings["Esi:BaseUrl"] = "https://esi.evetech.net";

        var refused = await Assert.ThrowsAsync<SettingException>(() => SyncAsync());

        Assert.Contains("Esi:Contact", refused.Message, StringComparison.Ordinal);
        Assert.Empty(await QueryAsync(context => context.Set<MarketState>().ToListAsync()));
    }
}

public sealed class SourceOnSqlite() : SourceTests(DatabaseProvider.Sqlite);

public sealed class SourceOnPostgres() : SourceTests(DatabaseProvider.Postgres);
