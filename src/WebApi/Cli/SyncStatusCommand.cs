using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Status;
using HangarBay.Application.Sync;
using HangarBay.WebApi.Hosting;
using HangarBay.WebApi.Json;
using HangarBay.WebUi.Figures;
using MediatR;

namespace HangarBay.WebApi.Cli;

/// <summary><c>sync status</c>: what <c>GET /status</c> answers, and which process sweeps.</summary>
internal static class SyncStatusCommand
{
    private const string None = "none";

    private static readonly Option<bool> AsJson = new("--json") { Description = "Print JSON, for programs." };

    public static Command Create(CommandHost host)
    {
        var command = new Command("status", "Show how fresh the market is, which process sweeps, its limits at ESI, and what is still to be read.") { AsJson };
        command.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, HostRole.Command, async (services, output) =>
        {
            await CommandHost.RequireTablesAsync(services, cancellationToken);
            await using var scope = services.CreateAsyncScope();
            var status = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new GetStatus(), cancellationToken);
            var holder = await services.GetRequiredService<Sweeper>().FindHolderAsync(cancellationToken);
            if (parsed.GetValue(AsJson)) output.Line(ToJson(status, holder));
            else Show(status, holder, output);
        }));
        return command;
    }

    private static string ToJson(MarketStatus status, SweeperHolder? holder)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web) { WriteIndented = true };
        options.SpeakWireFormat();
        var told = holder is null ? null : new HolderAnswer(Holder.Machine(holder), Holder.ProcessId(holder), holder.Since, holder.SeenAt, holder.IsActive);
        return JsonSerializer.Serialize(new StatusAnswer(told, status), options);
    }

    private static void Show(MarketStatus status, SweeperHolder? holder, CommandOutput output)
    {
        output.Table("Sync",
        [
            ("Source", status.Source ?? "nothing was ever stored"),
            ("As of", Instant(status.AsOf)),
            ("Sweeper", holder is null ? None : Holder.Describe(holder)),
            .. status.Sweeper.Refusal is { } refusal ? [("Refused", refusal)] : Array.Empty<(string, string)>(),
            ("Doing", status.Sweeper.Phase is { } phase ? Words(phase) : "nothing"),
            ("ESI", status.Esi is { } esi ? Standing(esi) : "no process reads from it"),
            ("Lines to read", Backlog(status.Lines)),
            ("Bids to read", Number(status.BidsDue)),
        ]);
        output.Table("Jobs", status.Jobs.Select(job => (Words(job.Job), Describe(job))));
        output.Table("Regions", status.Regions.Select(region => ($"{region.RegionId} {region.Name}".TrimEnd(), Describe(region))));
    }

    private static string Standing(EsiStatus esi)
    {
        var pause = esi switch
        {
            { PausedUntil: { } until } => $"paused until {Instant(until)}",
            { ReadingPausedUntil: { } until } => $"only lists are read until {Instant(until)}",
            _ => "not paused",
        };
        var groups = esi.PausedGroups.Count == 0 ? "" : $"; paused groups: {string.Join(", ", esi.PausedGroups)}";
        var errors = esi.ErrorsRemaining is { } left ? $"; {Number(left)} errors left" : "";
        return $"{pause}{groups}{errors}; {Number(esi.InFlight)} calls in flight";
    }

    private static string Backlog(BacklogStatus lines)
    {
        var left = lines.SecondsLeft is { } seconds ? $", about {TimeSpan.FromSeconds(seconds):c} left" : "";
        var rate = lines.PerMinute is { } perMinute ? $"; {(perMinute >= 0.1 ? perMinute.ToString("0.#", CultureInfo.InvariantCulture) : Rounded.Tell(perMinute))} a minute{left}" : "";
        return $"{Number(lines.Due)} due, {Number(lines.Waiting)} waiting, {Number(lines.SetAside)} set aside{rate}";
    }

    private static string Describe(JobStatus job)
    {
        var failures = job.FailuresInRow > 0 ? $"; {Number(job.FailuresInRow)} failures in a row: {job.LastError}" : "";
        return $"ran until {Instant(job.EndedAt)}, took {TimeSpan.FromSeconds(Math.Ceiling(job.Took)):c}, due {Instant(job.NextDueAt)}{failures}";
    }

    private static string Describe(RegionStatus region)
    {
        var outcome = region.LastOutcome is { } last ? $"; {Words(last)}" : "";
        var failures = region.FailuresInRow > 0 ? $", {Number(region.FailuresInRow)} failures in a row" : "";
        var error = region.LastError is { } reason ? $": {reason}" : "";
        return $"as of {Instant(region.AsOf)}, due {Instant(region.NextDueAt)}; {Number(region.Live)} live, {Number(region.Pending)} pending, " +
            $"{Number(region.ClosedToday)} closed today, {Number(region.Quarantined)} quarantined{outcome}{failures}{error}";
    }

    private static string Words<T>(T value)
        where T : struct, Enum => WireWords.Of(value).Replace('_', ' ');

    private static string Instant(DateTimeOffset? at) => at is { } instant ? Holder.Instant(instant) : "never";

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private sealed record StatusAnswer(HolderAnswer? Holder, MarketStatus Status);

    private sealed record HolderAnswer(string Machine, string ProcessId, DateTimeOffset Since, DateTimeOffset SeenAt, bool Active);
}
