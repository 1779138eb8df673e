using System.CommandLine;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Hosting;
using Microsoft.AspNetCore.Connections;

namespace HangarBay.WebApi.Cli;

/// <summary><c>serve</c>, which also runs where no command is given.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandHost host)
    {
        var command = new Command("serve", "Serve the site and keep its contracts fresh, until stopped. The default.");
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed, cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(CommandHost host, ParseResult parsed, CancellationToken cancellationToken) =>
        CommandHost.GuardAsync(parsed, async () =>
        {
            MachineNeeds.Require();
            await using var app = await host.ComposeAsync(HostRole.Server);
            MachineNeeds.RequireFolders(app.Services.GetRequiredService<DatabaseSettings>());
            try
            {
                await app.RunAsync(cancellationToken);
            }
            catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
            {
                // The process was asked to stop while it started.
            }
            catch (IOException exception) when (exception.InnerException is AddressInUseException)
            {
                throw new CommandFailedException($"{exception.Message} Another address can be given with --urls.");
            }
        });
}
