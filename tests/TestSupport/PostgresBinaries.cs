using System.Diagnostics;
using System.Globalization;

namespace HangarBay.TestSupport;

/// <summary>
/// The folder of <c>initdb</c> and <c>pg_ctl</c>, and a way to run them. They refuse to run as root, so another user runs them then.
/// </summary>
public sealed class PostgresBinaries
{
    private static readonly string[] Unprivileged =
        ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--reset-env", "--", "env", "LC_ALL=C"];

    private readonly string _folder;

    private PostgresBinaries(string folder) => _folder = folder;

    internal static string[] Prefix => Environment.IsPrivilegedProcess ? Unprivileged : ["env", "LC_ALL=C"];

    /// <summary>The path of another program in the same folder, such as <c>pgbench</c>; null where there is none.</summary>
    public static string? PathOf(string program) =>
        Find() is { } found && Path.Combine(found._folder, program) is var path && File.Exists(path) ? path : null;

    /// <summary>The newest version in Debian's folders, else the one on the search path; null where there is none.</summary>
    public static PostgresBinaries? Find()
    {
        if (OperatingSystem.IsWindows()) return null;

        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian) ? Directory.GetDirectories(debian) : [];
        return versions
            .OrderByDescending(path => double.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(path => Path.Combine(path, "bin"))
            .Concat((Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")))
            .Select(folder => new PostgresBinaries(folder))
            .FirstOrDefault();
    }

    /// <summary>Makes a directory that belongs to the user who runs the server.</summary>
    public static async Task<string> MakeDirectoryAsync() =>
        (await RunAnyAsync([.. Prefix, "mktemp", "-d", "/tmp/hangarbay-postgres-XXXXXX"])).Trim();

    public async Task RunAsync(string program, params string[] arguments) =>
        await RunAnyAsync([.. Prefix, Path.Combine(_folder, program), .. arguments]);

    /// <summary>
    /// Starts a shell that waits for the end of its input. The kernel sends it when this process ends, also when it is killed. Then the
    /// shell stops the server and removes its directory. Disposing does the same at once, and waits for it.
    /// </summary>
    public IDisposable RemoveWhenThisProcessEnds(string directory)
    {
        const string script =
            """exec >/dev/null 2>&1; directory=$1; shift; cat; "$@" -D "$directory/data" -m immediate stop; rm -rf "$directory" """;
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true };
        foreach (var argument in (string[])["sh", "-c", script, "sh", directory, .. Prefix, Path.Combine(_folder, "pg_ctl")])
            start.ArgumentList.Add(argument);
        return new Undertaker(Process.Start(start)!);
    }

    private static async Task<string> RunAnyAsync(string[] command)
    {
        // The working directory is one that every user can enter, because the tools complain about any other.
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" };
        foreach (var argument in command.Skip(1)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{string.Join(' ', command)} failed: {await output}{await error}");
    }

    private sealed class Undertaker(Process shell) : IDisposable
    {
        public void Dispose()
        {
            shell.StandardInput.Close();
            shell.WaitForExit();
            shell.Dispose();
        }
    }
}
