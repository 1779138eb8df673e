using System.Diagnostics;
using HangarBay.EsiSandbox.Engine;
using HangarBay.Infrastructure.Persistence;
using Microsoft.Extensions.Time.Testing;

namespace HangarBay.WebApi.Tests.Faults;

/// <summary>A disk that really is full, below a SQLite file. Making one takes the right to mount, without which this is skipped.</summary>
public sealed class FullDiskTests
{
    private const string Full = "waits: The database file is full, or its disk is.";

    [SkippableFact]
    public async Task On_a_full_disk_it_says_so_once_serves_on_and_continues_when_there_is_room()
    {
        using var disk = SmallDisk.TryMount();
        Skip.If(disk is null, "A disk of its own cannot be mounted here.");
        var database = new DatabaseSettings(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(disk.Folder, "hangar_bay.db")}", MigrateOnStartup: true);
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Contracts = 2000 }, new FakeTimeProvider(TimeProvider.System.GetUtcNow()));
        await using (var market = await ServedMarket.StartAsync(database, sandbox, "--Sync:ItemsBatch=100", "--Esi:MaxRequestsPerSecond=100"))
        {
            await market.UntilAsync(() => sandbox.Requests.Recent.Count(request => request.Path.Contains("/items/", StringComparison.Ordinal)) > 200);
            disk.Fill();
            await market.UntilAsync(() => market.Server.Output.Contains(Full, StringComparison.Ordinal));
            Assert.InRange(await market.TotalAsync(), 0, 2000);
            await Task.Delay(TimeSpan.FromSeconds(5));
            Assert.Single(market.Server.Output.Split('\n'), line => line.Contains(Full, StringComparison.Ordinal));
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

        /// <summary>Null where that is not allowed.</summary>
        public static SmallDisk? TryMount()
        {
            var disk = new SmallDisk();
            if (Run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.Folder)) return disk;
            disk._directory.Delete();
            return null;
        }

        /// <summary>Somebody else takes all the room that is left.</summary>
        public void Fill()
        {
            using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                while (true) ballast.Write(new byte[4096]);
            }
            catch (IOException)
            {
                // Full.
            }
        }

        public void Empty() => File.Delete(Ballast);

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
                foreach (var argument in arguments) start.ArgumentList.Add(argument);
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
    }
}
