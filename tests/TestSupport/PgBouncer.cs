using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HangarBay.Infrastructure.Persistence;
using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>
/// A real PgBouncer before the server of the test run. It ends with the process that started it. Where none is installed, the test is
/// skipped.
/// </summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private const string Missing = "No PgBouncer for the tests: install it (Debian: pgbouncer).";

    private readonly Process _shell;
    private readonly string _directory;
    private readonly int _port;

    private PgBouncer(Process shell, string directory, int port) => (_shell, _directory, _port) = (shell, directory, port);

    /// <param name="mode">Its <c>pool_mode</c>.</param>
    /// <param name="more">Further lines of its settings file.</param>
    public static async Task<PgBouncer> StartAsync(string mode, params string[] more)
    {
        var server = new NpgsqlConnectionStringBuilder(await PostgresServer.ConnectionStringAsync());
        // Debian installs it in a folder that is only on root's search path.
        var program = new[] { "/usr/sbin/pgbouncer", "/usr/bin/pgbouncer" }.FirstOrDefault(File.Exists);
        if (program is null) PostgresServer.GiveUp(Missing);

        var directory = await PostgresBinaries.MakeDirectoryAsync();
        var port = PostgresCluster.FreePort();
        var (settings, users) = (Path.Combine(directory, "pgbouncer.ini"), Path.Combine(directory, "users"));
        await File.WriteAllTextAsync(users, $"\"{server.Username}\" \"{server.Password}\"\n");
        await File.WriteAllLinesAsync(settings,
        [
            "[databases]",
            string.Create(CultureInfo.InvariantCulture, $"* = host={server.Host} port={server.Port}"),
            "[pgbouncer]",
            "listen_addr = 127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"listen_port = {port}"),
            "unix_socket_dir =",
            "auth_type = scram-sha-256",
            $"auth_file = {users}",
            $"pool_mode = {mode}",
            .. more,
        ]);
        var bouncer = new PgBouncer(Start(program, settings), directory, port);
        await bouncer.UntilItListensAsync();
        return bouncer;
    }

    /// <summary>The settings of the same database through the pooler.</summary>
    public DatabaseSettings Before(DatabaseSettings database) => database with
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Host = "127.0.0.1", Port = _port }.ConnectionString,
    };

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    /// <summary>
    /// Starts the program under a shell that waits for the end of its input. The kernel sends it when this process ends, also when it is
    /// killed.
    /// </summary>
    private static Process Start(string program, string settings)
    {
        const string script = """exec >/dev/null 2>&1; "$@" & cat; kill $!; wait""";
        var start = new ProcessStartInfo("setsid") { RedirectStandardInput = true, WorkingDirectory = "/" };
        foreach (var word in (string[])["sh", "-c", script, "sh", .. PostgresBinaries.Prefix, program, settings]) start.ArgumentList.Add(word);
        return Process.Start(start)!;
    }

    private async Task UntilItListensAsync()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, _port);
                return;
            }
            catch (SocketException) when (attempt < 200)
            {
                await Task.Delay(50);
            }
        }
    }
}
