using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>
/// A PostgreSQL cluster of this machine's binaries in a directory of its own. It is removed when the process that started it ends in any
/// way. Most tests share one (<see cref="PostgresServer"/>); a test that stops and starts its server uses its own.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // The data is needed only for this run, so it need not survive a power cut.
    private const string Hasty = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200";
    private const string User = "hangarbay";

    private readonly PostgresBinaries _binaries;
    private readonly string _directory;
    private readonly IDisposable _undertaker;
    private int _port;

    private PostgresCluster(PostgresBinaries binaries, string directory, string password)
    {
        _binaries = binaries;
        _directory = directory;
        _undertaker = binaries.RemoveWhenThisProcessEnds(directory);
        Password = password;
    }

    /// <summary>The password, which is new for every cluster.</summary>
    public string Password { get; }

    /// <summary>The connection string of the superuser on the maintenance database.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = _port,
        Username = User,
        Password = Password,
        Database = "postgres",
    }.ConnectionString;

    /// <summary>Starts a cluster; null where this machine has no PostgreSQL.</summary>
    public static async Task<PostgresCluster?> TryStartAsync()
    {
        if (PostgresBinaries.Find() is not { } binaries) return null;

        var directory = await PostgresBinaries.MakeDirectoryAsync();
        var cluster = new PostgresCluster(binaries, directory, Convert.ToHexString(RandomNumberGenerator.GetBytes(12)));
        await cluster.InitialiseAsync();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                cluster._port = FreePort();
                await cluster.StartAsync();
                return cluster;
            }
            catch (InvalidOperationException) when (attempt < 3)
            {
                // Another process took the port between the choice of the port and the start of the server.
            }
        }
    }

    /// <summary>Starts the server, on the same port as before.</summary>
    public async Task StartAsync() => await _binaries.RunAsync(
        "pg_ctl", "-D", Data, "-l", Path.Combine(_directory, "log"), "-w", "-t", "60", "start", "-o", string.Create(
            CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={_port} -c unix_socket_directories='' {Hasty}"));

    /// <summary>Stops the server and with it every session.</summary>
    public async Task StopAsync() => await _binaries.RunAsync("pg_ctl", "-D", Data, "-w", "-m", "fast", "stop");

    public ValueTask DisposeAsync()
    {
        _undertaker.Dispose();
        return ValueTask.CompletedTask;
    }

    private string Data => Path.Combine(_directory, "data");

    private async Task InitialiseAsync()
    {
        var passwordFile = Path.Combine(_directory, "password");
        await File.WriteAllTextAsync(passwordFile, Password);
        // ICU, because with the C locale the trigrams of Cyrillic, Han and Hangul are empty, and missing collations are not noticed.
        await _binaries.RunAsync(
            "initdb", "-D", Data, "-U", User, $"--pwfile={passwordFile}", "-A", "scram-sha-256", "--encoding=UTF8",
            "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US", "--no-sync");
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
