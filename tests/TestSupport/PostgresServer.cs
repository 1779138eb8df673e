using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

namespace HangarBay.TestSupport;

/// <summary>
/// The one PostgreSQL of a test run: <c>HANGARBAY_TEST_POSTGRES</c> (a connection string whose user may create databases)
/// if it is set, else a throwaway cluster of local binaries, else a container where an engine answers. Where there is none
/// the run fails under <c>CI=true</c>, and elsewhere the test is skipped visibly: it needs <c>[SkippableFact]</c>.
/// </summary>
public static class PostgresServer
{
    /// <summary>Names the server to use, as a connection string.</summary>
    public const string Variable = "HANGARBAY_TEST_POSTGRES";

    private const string Missing =
        $"No PostgreSQL for the tests: set {Variable}, or install the server (Debian: postgresql), or start a container engine.";

    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    // Held so that it lives as long as the process.
    private static PostgresCluster? s_cluster;

    /// <summary>A user that may create databases, on any database. Skips the calling test where there is no server.</summary>
    public static async Task<string> ConnectionStringAsync()
    {
        var found = await Found.Value;
        if (found is null) GiveUp();
        return found;
    }

    /// <summary>A cluster of the calling test's own, to be stopped and started at will.</summary>
    public static async Task<PostgresCluster> StartOwnClusterAsync()
    {
        var cluster = await PostgresCluster.TryStartAsync();
        if (cluster is null) GiveUp();
        return cluster;
    }

    [DoesNotReturn]
    internal static void GiveUp(string missing = Missing) => throw (Environment.GetEnvironmentVariable("CI") == "true"
        ? new InvalidOperationException(missing)
        : new SkipException(missing));

    /// <summary>Runs one statement on the server, outside any transaction.</summary>
    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 60 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<string?> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        s_cluster = await PostgresCluster.TryStartAsync();
        return s_cluster?.ConnectionString ?? await FromContainerAsync();
    }

    private static async Task<string?> FromContainerAsync()
    {
        if (Environment.GetEnvironmentVariable("DOCKER_HOST") is null && !File.Exists("/var/run/docker.sock")) return null;
        try
        {
            var container = new PostgreSqlBuilder("postgres:17-alpine").Build();
            await container.StartAsync();
            return container.GetConnectionString();
        }
        catch (DotNet.Testcontainers.Builders.DockerUnavailableException)
        {
            return null;
        }
    }
}
