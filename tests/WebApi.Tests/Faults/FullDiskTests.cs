using System.Diagnostics;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>
/// A disk that is really full, under a SQLite file or PostgreSQL's tables. It needs the right to mount; without it the tests are skipped.
/// </summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public async Task On_a_full_disk_of_sqlite_it_logs_that_once_keeps_serving_and_continues_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount();
        Skip.If(disk is null, "This test cannot mount a disk on this machine.");
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(disk.Folder, "hangar_bay.db")}", MigrateOnStartup: true);

        await ItSaysSoServesOnAndContinuesAsync(database, disk, "waits: The database file is full, or its disk is.");
    }

    /// <summary>
    /// Only the disk of the tables is full. A server without room for its log (WAL) stops itself, which is the case of a lost database.
    /// </summary>
    [SkippableFact]
    public async Task On_a_full_disk_of_postgresql_it_logs_that_once_keeps_serving_and_continues_when_there_is_room()
    {
        await using var cluster = await PostgresServer.StartOwnClusterAsync();
        using var disk = SmallDisk.TryMount();
        Skip.If(disk is null, "This test cannot mount a disk on this machine.");
        disk.GiveTo("postgres");
        await using (var server = NpgsqlDataSource.Create(cluster.ConnectionString))
        {
            await server.CreateCommand($"CREATE TABLESPACE small LOCATION '{disk.Folder}'").ExecuteNonQueryAsync();
            await server.CreateCommand("CREATE DATABASE market TABLESPACE small").ExecuteNonQueryAsync();
        }

        var connection = new NpgsqlConnectionStringBuilder(cluster.ConnectionString) { Database = "market" };
        var database = new DatabaseSettings(DatabaseProvider.Postgres, connection.ConnectionString, MigrateOnStartup: true);

        await ItSaysSoServesOnAndContinuesAsync(database, disk, "waits: The database's disk is full.");
    }

    private static async Task ItSaysSoServesOnAndContinuesAsync(DatabaseSettings database, SmallDisk disk, string full)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Shape = MarketShape.NewEden, Contracts = 2000 }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using (var market = await ServedMarket.StartAsync(database, sandbox, "--Sync:ItemsBatch=100", "--Esi:MaxRequestsPerSecond=100"))
        {
            await market.UntilAsync(() => sandbox.Requests.Recent.Count(request => request.Path.Contains("/items/", StringComparison.Ordinal)) > 200);
            disk.Fill();
            await market.UntilAsync(() => market.Server.Output.Contains(full, StringComparison.Ordinal));
            Assert.InRange(await market.TotalAsync(), 0, 2000);
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.Single(market.Server.Output.Split('\n'), line => line.Contains(full, StringComparison.Ordinal));
            await database.ThenItIsSoundAsync();

            disk.Empty();
            await market.UntilAllIsReadAsync();
            Assert.DoesNotContain("failed", market.Server.Output, StringComparison.Ordinal);
        }

        await database.ThenItIsSoundAsync();
        await database.ThenItIsAsTheSandboxKnowsAsync(sandbox);
    }

    private sealed class SmallDisk : IDisposable
    {
        private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("hangarbay-disk-");

        public string Folder => _directory.FullName;

        private string Ballast => Path.Combine(Folder, "ballast");

        /// <summary>Mounts a small disk; null where that is not allowed.</summary>
        public static SmallDisk? TryMount()
        {
            var disk = new SmallDisk();
            if (Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.Folder)) return disk;
            disk._directory.Delete();
            return null;
        }

        /// <summary>Fills the rest of the disk with another file.</summary>
        public void Fill()
        {
            using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true) ballast.Write(new byte[4096]);
            }
            catch (IOException)
            {
                // The disk is full.
            }
        }

        public void Empty() => File.Delete(Ballast);

        public void GiveTo(string user) => Assert.True(Run("chown", user, Folder));

        public void Dispose()
        {
            // A lazy unmount, because after a failed test a process may still have the file open.
            Run("umount", "-l", Folder);
            _directory.Delete();
        }

        private static bool Run(string program, params string[] arguments)
        {
            try
            {
                var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
                foreach (var argument in arguments) start.ArgumentList.Add(argument);
                using var process = Process.Start(start)!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // The program is not installed.
                return false;
            }
        }
    }
}
