using System.Diagnostics;
using System.Globalization;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>A disk that really is full, below a SQLite file. Making one takes the right to mount, without which this is skipped.</summary>
public sealed class FullDiskTests
{
    private const string Full = "The sync waits: The database file is full, or its disk is.";

    [SkippableFact]
    public async Task On_a_full_disk_it_says_so_once_serves_on_and_continues_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount(megabytes: 3);
        Skip.If(disk is null, "A disk of its own cannot be mounted here.");
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(disk.Folder, "hangar_bay.db")};Pooling=False", MigrateOnStartup: true);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Contracts = 2000 }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using (var market = await ServedMarket.StartAsync(database, sandbox, "--Sync:ItemsBatch=100"))
        {
            await market.UntilAsync(() => market.Server.Output.Contains(Full, StringComparison.Ordinal));
            Assert.InRange(await market.TotalAsync(), 0, 2000);
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.Single(market.Server.Output.Split('\n'), line => line.Contains(Full, StringComparison.Ordinal));
            await database.ThenItIsSoundAsync();

            disk.Grow(megabytes: 100);
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

        /// <summary>Null where that is not allowed.</summary>
        public static SmallDisk? TryMount(int megabytes)
        {
            var disk = new SmallDisk();
            if (disk.Mount($"size={megabytes}m")) return disk;
            disk._directory.Delete();
            return null;
        }

        public void Grow(int megabytes) => Assert.True(Mount($"remount,size={megabytes}m"));

        public void Dispose()
        {
            // Lazily: where the test failed, somebody may have the file open still.
            Run("umount", "-l", Folder);
            _directory.Delete();
        }

        private static bool Run(string program, params string[] arguments)
        {
            try
            {
                var start = new ProcessStartInfo(program) { RedirectStandardError = true, RedirectStandardOutput = true };
                foreach (var argument in arguments) start.ArgumentList.Add(argument.ToString(CultureInfo.InvariantCulture));
                using var process = Process.Start(start)!;
                process.WaitForExit();
                return process.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no such program.
                return false;
            }
        }

        private bool Mount(string options) => Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Folder);
    }
}
