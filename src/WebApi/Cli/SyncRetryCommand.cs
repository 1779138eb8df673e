using System.CommandLine;
using System.Globalization;
using HangarBay.Application.Sync.RetryingLines;
using HangarBay.Domain.Contracts;
using HangarBay.WebApi.Hosting;
using MediatR;

namespace HangarBay.WebApi.Cli;

/// <summary><c>sync retry</c>: retries the contracts whose lines were set aside.</summary>
internal static class SyncRetryCommand
{
    private static readonly Argument<long[]> Contracts = new("CONTRACT_ID")
    {
        Description = "Contracts whose lines were set aside; without any: all of them.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public static Command Create(CommandHost host)
    {
        var command = new Command("retry", "Retry the contracts whose lines could not be read, at the next round.") { Contracts };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, HostRole.Command, async (services, output) =>
        {
            await CommandHost.RequireTablesAsync(services, cancellationToken);
            await using var scope = services.CreateAsyncScope();
            var ids = (parsed.GetValue(Contracts) ?? []).Select(id => new ContractId(id)).ToList();
            var found = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RetryLines(ids), cancellationToken);
            output.Line(found == 0
                ? "Nothing was set aside."
                : string.Create(CultureInfo.InvariantCulture, $"The next round reads the lines of {found} contracts again."));
        }));
        return command;
    }
}
