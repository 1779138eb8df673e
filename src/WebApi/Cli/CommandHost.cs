using System.CommandLine;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.Infrastructure.Persistence.Settings;
using HangarBay.WebApi.Hosting;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Cli;

/// <summary>Makes the host that a command needs, and turns a failure into one sentence and an exit code.</summary>
internal sealed class CommandHost(Func<HostRole, Task<WebApplication>> compose)
{
    public Task<WebApplication> ComposeAsync(HostRole role) => compose(role);

    /// <summary>Runs <paramref name="work"/> with the services of a host that is not started.</summary>
    public Task<int> RunAsync(ParseResult parsed, HostRole role, Func<IServiceProvider, CommandOutput, Task> work) => GuardAsync(parsed, async () =>
    {
        await using var app = await ComposeAsync(role);
        var output = new CommandOutput(parsed.InvocationConfiguration.Output);
        try
        {
            await work(app.Services, output);
        }
        catch (Exception exception) when (app.Services.GetRequiredService<IDatabaseFaults>().Explain(exception) is { } fault)
        {
            throw new CommandFailedException(fault.Message);
        }
        catch (Exception exception) when (!IsExplained(exception))
        {
            Log.CommandFailed(app.Services.GetRequiredService<ILogger<CommandHost>>(), exception);
            throw new CommandFailedException(Unforeseen(exception));
        }
        finally
        {
            // Settles the command's changes of the market, because a process that has ended cannot do it later.
            await app.Services.GetRequiredService<BusyPeriods>().SettleAsync();
        }
    });

    /// <summary>Migrates as a server does at its start, where the settings allow it.</summary>
    /// <exception cref="CommandFailedException">Migrations are pending, and only the operator may apply them.</exception>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        MachineNeeds.RequireFolders(services.GetRequiredService<DatabaseSettings>());
        if (services.GetRequiredService<DatabaseSettings>().MigrateOnStartup)
            await services.GetRequiredService<IDatabaseSchema>().MigrateAsync(cancellationToken);
        else await RequireTablesAsync(services, cancellationToken);
    }

    /// <summary>Stands before the first query, so that the operator reads only what to do first.</summary>
    /// <exception cref="CommandFailedException">Migrations are pending.</exception>
    public static async Task RequireTablesAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var schema = await services.GetRequiredService<IDatabaseSchema>().ReadAsync(cancellationToken);
        if (schema.Pending.Count > 0) throw new CommandFailedException("The database's tables are not those of this version; run \"db migrate\".");
    }

    /// <summary>
    /// Turns every failure into one sentence and exit code 1. An unforeseen failure is a bug, and its trace is in the log.
    /// </summary>
    public static async Task<int> GuardAsync(ParseResult parsed, Func<Task> work)
    {
        try
        {
            await work();
            return CommandLine.Done;
        }
        catch (Exception exception) when (exception is DatabaseSettingsException or CommandFailedException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(exception.Message);
            return CommandLine.Failed;
        }
        catch (OptionsValidationException refused)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(string.Join(Environment.NewLine, refused.Failures));
            return CommandLine.Failed;
        }
        catch (Exception exception)
        {
            // There was no host yet, or a server could not start: standard error is the only log.
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{exception}{Environment.NewLine}{Unforeseen(exception)}");
            return CommandLine.Failed;
        }
    }

    private static bool IsExplained(Exception exception) =>
        exception is DatabaseSettingsException or CommandFailedException or OptionsValidationException;

    private static string Unforeseen(Exception exception) =>
        $"The command failed unexpectedly ({exception.GetType().Name}); the log says where.";
}
