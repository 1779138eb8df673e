using System.CommandLine;
using System.Globalization;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.ListingRegions;
using HangarBay.Application.Sync.Ports;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Cli;

/// <summary>
/// <c>sync</c>: one round with progress and a closing line, unless another process sweeps. Exit code 1 where a region kept its old state or
/// a job failed.
/// </summary>
internal static class SyncCommand
{
    private static readonly Option<int[]> Region = new("--region")
    {
        Description = "A region to sweep, by id; may be repeated. Without it: Market:Regions.",
        HelpName = "ID",
    };

    private static readonly Option<bool> All = new("--all") { Description = "Every region of known space and wormhole space, whatever Market:Regions says." };

    public static Command Create(CommandHost host)
    {
        var command = new Command("sync", "Read the public contracts of the regions that are due, their lines and names, then end.") { Region, All };
        command.Validators.Add(parsed =>
        {
            // Reads their text, because reading values that are invalid throws before the parser can report them.
            var regions = parsed.GetResult(Region)?.Tokens ?? [];
            if (regions.Count > 0 && parsed.GetResult(All) is { Implicit: false })
                parsed.AddError("--region and --all exclude each other.");
            if (regions.Any(id => id.Value is "0" || id.Value.StartsWith('-')))
                parsed.AddError("A region's id must be a whole number above 0, such as 10000002.");
        });
        command.SetAction((parsed, cancellationToken) => RunAsync(host, parsed, cancellationToken));
        command.Subcommands.Add(SyncStatusCommand.Create(host));
        command.Subcommands.Add(SyncRetryCommand.Create(host));
        return command;
    }

    private static async Task<int> RunAsync(CommandHost host, ParseResult parsed, CancellationToken cancellationToken)
    {
        var summary = new SyncSummary();
        var exitCode = await host.RunAsync(parsed, HostRole.SyncCommand, async (services, output) =>
        {
            using var stop = new StopSignals(cancellationToken);
            await CommandHost.MigrateAsync(services, stop.Token);
            var regions = (parsed.GetValue(Region) ?? []).Select(id => new RegionId(id)).ToList();
            summary = await SyncAsync(services, new ListRegions(regions, parsed.GetValue(All)), output, stop.Token);
            Close(summary, output);
        });
        if (exitCode != CommandLine.Done) return exitCode;
        if (summary.Stopped) return CommandLine.Interrupted;
        return summary.KeptOldState.Count > 0 || summary.FailedJobs.Count > 0 ? CommandLine.Failed : CommandLine.Done;
    }

    private static async Task<SyncSummary> SyncAsync(
        IServiceProvider services, ListRegions what, CommandOutput output, CancellationToken cancellationToken)
    {
        var sweeper = services.GetRequiredService<Sweeper>();
        await using var session = await sweeper.TryBeginAsync(cancellationToken)
            ?? throw new CommandFailedException(Holder.Refuse(await sweeper.FindHolderAsync(cancellationToken)));
        try
        {
            return await output.WithProgressAsync(progress => session.RunAsync(what, progress, cancellationToken));
        }
        catch (Exception exception) when (exception is SourceRefusedException or SettingException or EsiUnavailableException or SweeperLostException)
        {
            throw new CommandFailedException(exception.Message);
        }
    }

    private static void Close(SyncSummary summary, CommandOutput output)
    {
        foreach (var (region, reason) in summary.KeptOldState) output.Line($"Region {region} keeps its old state: {reason}");
        foreach (var (job, reason) in summary.FailedJobs) output.Line($"The job {WireWords.Of(job)} failed: {reason}");
        var missed = summary.ContractsMissed > 0 ? $"; {Number(summary.ContractsMissed)} to be read again" : "";
        output.Line($"Lines of {Number(summary.ContractsRead)} contracts read{missed}.");
        if (summary.Stopped) output.Line("Stopped before the end; what was stored stays stored.");
        output.Line(summary.ToString());
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
