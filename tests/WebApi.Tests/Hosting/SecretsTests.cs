using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Npgsql;

namespace HangarBay.WebApi.Tests.Hosting;

/// <summary>The test sets a password and searches all output of the process for it.</summary>
public sealed class SecretsTests
{
    [SkippableTheory]
    [InlineData("right password")]
    [InlineData("wrong password")]
    [InlineData("no server")]
    [InlineData("no database")]
    public async Task No_output_of_the_process_contains_the_password(string trouble)
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, migrated: false);
        var connection = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString);
        if (trouble == "wrong password") connection.Password = "planted-wrong-pa55word";
        if (trouble == "no server") connection.Port = 1;
        if (trouble == "no database") connection.Database = "nowhere";
        (string, string)[] environment =
        [
            ("ConnectionStrings__HangarBay", connection.ConnectionString),
            ("Database__MigrateOnStartup", "true"),
            // The most detailed log.
            ("Logging__LogLevel__Default", "Trace"),
            ("Logging__LogLevel__Microsoft", "Trace"),
            ("Logging__LogLevel__Npgsql", "Trace"),
            ("Logging__LogLevel__Microsoft.EntityFrameworkCore.Database", "Trace"),
        ];
        await using var server = await HostProcess.Serve([], environment: environment).UntilAliveAsync();

        var expected = trouble == "right password" ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable;
        var (readiness, ready) = await server.ReadyAsync(expected);
        var health = await server.Client.GetStringAsync("/health");
        var status = await HostProcess.RunAsync(["db", "status"], environment: environment);
        await server.SignalAsync("TERM");
        await server.WaitAsync();

        Assert.Equal(expected, readiness);
        Assert.Equal(trouble == "right password" ? 0 : 1, status.ExitCode);
        var said = string.Join('\n', server.Output, server.Error, ready, health, status.Output, status.Error);
        Assert.True(said.Length > 5000, "The log at its most detailed level is too short.");
        Assert.DoesNotContain(connection.Password!, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", said, StringComparison.OrdinalIgnoreCase);
    }
}
