using System.CommandLine;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.Infrastructure.Persistence.Settings;
using HangarBay.WebApi.Hosting;
using Microsoft.Extensions.Options;

namespace HangarBay.WebApi.Cli;

/// <summary>Makes the host a command needs, and turns what goes wrong into one sentence and an exit code.</summary>
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
        finally
        {
            // Whatever the command changed of the market: nobody will do it for a process that has ended.
            await app.Services.GetRequiredService<BusyPeriods>().SettleAsync();
        }
    });

    /// <summary>As a server would at its start.</summary>
    public static async Task MigrateAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<DatabaseSettings>().MigrateOnStartup)
            await services.GetRequiredService<IDatabaseSchema>().MigrateAsync(cancellationToken);
    }

    /// <summary>A failure that a sentence explains is one; anything else is a bug and shows itself as such.</summary>
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
    }
}
