using System.CommandLine;
using System.Globalization;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.Infrastructure.Persistence.Schema;
using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Cli;

/// <summary><c>db migrate</c>, <c>db status</c>, <c>db script</c>, <c>db check</c>.</summary>
internal static class DatabaseCommand
{
    public static Command Create(CommandHost host)
    {
        var migrate = new Command("migrate", "Apply the migrations that are pending.");
        migrate.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, HostRole.Command, async (services, output) =>
        {
            MachineNeeds.RequireFolders(services.GetRequiredService<DatabaseSettings>());
            await MigrateAsync(services.GetRequiredService<IDatabaseSchema>(), output, cancellationToken);
        }));

        var status = new Command("status", "Show the engine, its version, the migrations, the size and the rows of every table.");
        status.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, HostRole.Command, async (services, output) =>
        {
            MachineNeeds.RequireFolders(services.GetRequiredService<DatabaseSettings>());
            await ShowStatusAsync(services.GetRequiredService<IDatabaseSchema>(), output, cancellationToken);
        }));

        var script = new Command("script", "Print all migrations as SQL; on PostgreSQL it may be run again at any time.");
        script.SetAction((parsed, _) => host.RunAsync(parsed, HostRole.Command, (services, output) =>
        {
            output.Line(services.GetRequiredService<IDatabaseSchema>().Script());
            return Task.CompletedTask;
        }));

        var check = new Command("check", "Check all stored data against the invariants; exit code 1 where one is violated. Reads only.");
        check.SetAction((parsed, cancellationToken) => host.RunAsync(parsed, HostRole.Command, async (services, output) =>
            await CheckAsync(services, output, cancellationToken)));

        return new Command("db", "Migrate and check the database.") { migrate, status, script, check };
    }

    private static async Task MigrateAsync(IDatabaseSchema schema, CommandOutput output, CancellationToken cancellationToken)
    {
        var applied = await output.WhileAsync("Migrating…", () => schema.MigrateAsync(cancellationToken));
        foreach (var name in applied) output.Line($"Applied {name}.");
        output.Line(applied.Count == 0 ? "Nothing was pending." : "The database is up to date.");
    }

    private static async Task ShowStatusAsync(IDatabaseSchema schema, CommandOutput output, CancellationToken cancellationToken)
    {
        var report = await schema.ReportAsync(cancellationToken);
        output.Table("Database",
        [
            ("Engine", report.Location),
            ("Version", report.ServerVersion ?? "no file yet"),
            ("Size", $"{report.Bytes.ToString("N0", CultureInfo.InvariantCulture)} bytes"),
            ("Applied", Names(report.Schema.Applied)),
            ("Pending", Names(report.Schema.Pending)),
            .. report.Schema.Unknown.Count > 0 ? [("Of a newer version", Names(report.Schema.Unknown))] : Array.Empty<(string, string)>(),
        ]);
        if (report.Tables.Count == 0) return;
        output.Table("Rows", report.Tables.Select(table => (table.Table, table.Rows.ToString("N0", CultureInfo.InvariantCulture))));
    }

    private static async Task CheckAsync(IServiceProvider services, CommandOutput output, CancellationToken cancellationToken)
    {
        await CommandHost.RequireTablesAsync(services, cancellationToken);
        var check = services.GetRequiredService<IDatabaseCheck>();
        var verdict = await output.WhileAsync("Checking…", () => check.CheckAsync(cancellationToken));
        foreach (var violation in verdict.Violations)
        {
            output.Line($"Violated {Number(violation.Count)} times: {violation.Invariant}");
            output.Line($"  {string.Join(", ", violation.Examples)}{(violation.Count > violation.Examples.Count ? ", …" : "")}");
        }

        if (!verdict.IsSound) throw new CommandFailedException($"{Number(verdict.Violations.Count)} of {Number(verdict.Checked)} invariants are violated.");
        output.Line($"The database is sound: {Number(verdict.Checked)} invariants hold.");
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Names(IReadOnlyList<string> migrations) => migrations.Count == 0 ? "none" : string.Join(", ", migrations);
}
