using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

namespace HangarBay.TestSupport;

/// <summary>
/// The one PostgreSQL of a test run. <c>HANGARBAY_TEST_POSTGRES</c> can name it, by a connection string whose user may create databases.
/// Otherwise it is a throwaway cluster of local binaries, or else a container where a container engine runs. Without any of them the run
/// fails under <c>CI=true</c>; elsewhere the test is reported as skipped, so it needs <c>[SkippableFact]</c>.
/// </summary>
public static class PostgresServer
{
    /// <summary>The variable with the connection string of the server to use.</summary>
    public const string Variable = "HANGARBAY_TEST_POSTGRES";

    private const string Missing =
        $"No PostgreSQL for the tests: set {Variable}, or install the server (Debian: postgresql), or start a container engine.";

    private static readonly Lazy<Task<string?>> Found = new(FindAsync);

    // This reference keeps the cluster alive as long as the process.
    private static PostgresCluster? s_cluster;

    /// <summary>
    /// The connection string of a user that may create databases, on any database. Skips the calling test where there is no server.
    /// </summary>
    public static async Task<string> ConnectionStringAsync()
    {
        var found = await Found.Value;
        if (found is null) GiveUp();
        return found;
    }

    /// <summary>
    /// Starts a cluster of the calling test's own, which the test may stop and start. Skips the test where there is no PostgreSQL.
    /// </summary>
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
