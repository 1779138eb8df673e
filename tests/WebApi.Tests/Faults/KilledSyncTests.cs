using System.Globalization;
using HangarBay.Domain.Contracts;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>
/// <c>sync</c> is killed at random points: in a sweep, while it asks for types or bids, in a batch of lines, in a commit. It always
/// continues from what is stored, and at the end the database is as without any kill (M5).
/// </summary>
public abstract class KilledSyncTests(DatabaseProvider provider, int seed)
{
    private const string Items = "/contracts/public/items/";
    private const string Bids = "/contracts/public/bids/";
    private const string Types = "/universe/types/";
    private const int Batch = 40;
    private const int Contracts = 900;

    /// <summary>
    /// The longest life of a process that is killed at any point, from its first request. All these lives together are longer than the
    /// work, so the kills are spread over all of it.
    /// </summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(LongTests.Choose(4, 2));

    private static int Kills => LongTests.Choose(4, 20);

    [SkippableFact]
    public async Task A_sync_killed_many_times_loses_nothing_and_reads_only_unsaved_lines_twice()
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        // The sandbox's clock stands still, so its market is the same at the end as at the start.
        await using var sandbox = await SandboxServer.StartAsync(
            new SandboxOptions { Shape = MarketShape.NewEden, Contracts = Contracts, RememberedRequests = 100_000 }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        var random = new Random(seed);
        var unsaved = new List<HashSet<long>>();
        for (var kill = 1; kill <= Kills; kill++)
        {
            var before = Answered(sandbox).Count();
            await ((kill % 4) switch
            {
                1 => KillAfterAsync(Types, random.Next(1, 50), TimeSpan.Zero),
                // Killed after more lines were sent than a batch may hold.
                2 => KillAfterAsync(Items, random.Next(Batch + 1, 4 * Batch), TimeSpan.Zero),
                3 => KillAfterAsync(Bids, random.Next(1, 4), TimeSpan.Zero),
                _ => KillAfterAsync("", 1, LongestLife * random.NextDouble()),
            });

            await database.ThenItIsSoundAsync();
            var read = await ReadAsync(database);
            unsaved.Add([.. Answered(sandbox).Skip(before).Except(read)]);
            Assert.InRange(unsaved[^1].Count, 0, Batch);
        }

        await RunToTheEndAsync(database, sandbox);

        await database.ThenItIsSoundAsync();
        await database.ThenItIsAsTheSandboxKnowsAsync(sandbox);
        // Only lines that were answered but not stored before a kill are asked for again, and once more for each kill.
        Assert.All(Answered(sandbox).CountBy(id => id), contract =>
            Assert.InRange(contract.Value, 1, 1 + unsaved.Count(lost => lost.Contains(contract.Key))));
        Assert.True(unsaved.Exists(lost => lost.Count > 0), "No process was killed while it read lines.");

        Task KillAfterAsync(string route, int asks, TimeSpan life)
        {
            var before = Asked(route);
            return RunAndKillAsync(database, sandbox, () => Asked(route) - before, asks, life);
        }

        int Asked(string route) => sandbox.Requests.Recent.Count(request => request.Path.StartsWith(route, StringComparison.Ordinal));
    }

    /// <param name="database">The database to fill.</param>
    /// <param name="sandbox">The sandbox that it reads.</param>
    /// <param name="progress">The progress until now.</param>
    /// <param name="wanted">The progress at which the time until the kill begins.</param>
    /// <param name="life">The time from then until the kill.</param>
    private static async Task RunAndKillAsync(TestDatabase database, SandboxServer sandbox, Func<int> progress, int wanted, TimeSpan life)
    {
        await using var victim = HostProcess.Start(Sync(database, sandbox));
        for (var attempt = 0; attempt < 6000 && !victim.HasExited && progress() < wanted; attempt++) await Task.Delay(10);
        await Task.Delay(life);
        await victim.SignalAsync("KILL");
        await victim.WaitAsync();
    }

    private static async Task RunToTheEndAsync(TestDatabase database, SandboxServer sandbox)
    {
        // A database server needs a moment to notice that the session of a killed process, and with it the lock, is gone.
        for (var attempt = 1; ; attempt++)
        {
            var (exitCode, output, error) = await HostProcess.RunAsync(Sync(database, sandbox));
            if (exitCode == 0) return;
            Assert.True(attempt < 5 && error.Contains("Another process sweeps", StringComparison.Ordinal), output + error);
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static string[] Sync(TestDatabase database, SandboxServer sandbox) =>
    [
        "sync",
        .. database.Configuration.Select(pair => $"--{pair.Key}={pair.Value}"),
        "--Market:Source=Sandbox",
        $"--Esi:BaseUrl={sandbox.BaseAddress}",
        "--Esi:MaxRequestsPerSecond=150",
        $"--Sync:ItemsBatch={Batch}",
    ];

    /// <summary>The contracts whose lines were sent, once for each answer.</summary>
    private static IEnumerable<long> Answered(SandboxServer sandbox) => sandbox.Requests.Recent
        .Where(request => request.Status == 200 && request.Path.StartsWith(Items, StringComparison.Ordinal))
        .Select(request => long.Parse(request.Path[Items.Length..].Split('?')[0], CultureInfo.InvariantCulture));

    private static Task<HashSet<long>> ReadAsync(TestDatabase database) => database.QueryAsync(async context =>
        (await context.Set<Contract>().Where(contract => contract.LinesState == LinesState.Read).Select(contract => contract.Id).ToListAsync())
            .ConvertAll(id => id.Value).ToHashSet());
}

public sealed class KilledSyncOnSqlite() : KilledSyncTests(DatabaseProvider.Sqlite, 20261122);

public sealed class KilledSyncOnPostgres() : KilledSyncTests(DatabaseProvider.Postgres, 20261123);
