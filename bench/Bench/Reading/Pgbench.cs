using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using HangarBay.Bench.Reading.Bare;
using HangarBay.TestSupport;
using Npgsql;

namespace HangarBay.Bench.Reading;

/// <summary>PostgreSQL's own load: the bare endpoint's statements, prepared, all of a request in one round trip, and nothing made of what comes back.</summary>
internal static class Pgbench
{
    private const string Program = "pgbench";

    /// <returns>Requests a second; null where the program is not installed.</returns>
    public static async Task<double?> RunAsync(TestDatabase database, BareAnswer answer, int seconds)
    {
        if (PostgresBinaries.PathOf(Program) is not { } program) return null;
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(script, ["\\startpipeline", .. answer.Statements.Select(statement => $"{statement};"), "\\endpipeline"]);
            return await RunAsync(program, new NpgsqlConnectionStringBuilder(database.AsConfigured.ConnectionString), script, seconds);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static async Task<double> RunAsync(string program, NpgsqlConnectionStringBuilder connection, string script, int seconds)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-n", "-M", "prepared", "-c", Number(Wrk.Connections), "-j", "1", "-T", Number(seconds), "-f", script,
            "-h", connection.Host!, "-p", Number(connection.Port), "-U", connection.Username!, connection.Database!,
        ];
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        start.Environment["PGPASSWORD"] = connection.Password;
        start.Environment["PGOPTIONS"] = connection.Options;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? double.Parse(Regex.Match(output, @"tps = ([\d.]+)").Groups[1].Value, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"{Program} failed: {output}{await error}");
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
