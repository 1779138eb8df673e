using System.CommandLine;
using System.Globalization;
using HangarBay.Application.Reference;
using HangarBay.Application.Reference.ImportingStaticData;
using HangarBay.Application.Reference.ImportingStructures;
using HangarBay.Domain;
using HangarBay.WebApi.Hosting;
using MediatR;

namespace HangarBay.WebApi.Cli;

/// <summary><c>reference import</c> and <c>reference import structures</c>.</summary>
internal static class ReferenceCommand
{
    public static Command Create(CommandHost host)
    {
        var import = new Command("import", "Import CCP's Static Data Export: types, groups and the map, named in eight languages.");
        AddImport(import, host, "The zip in JSONL form, as a file or an http address. Without it: the newest build that CCP offers.",
            (source, force, progress) => new ImportStaticData(source, force) { Progress = progress });

        var structures = new Command("structures", "Import the names of public structures from EVE Ref's file.");
        AddImport(structures, host, "The JSON file, or its http address. Without it: EVE Ref's newest.",
            (source, force, progress) => new ImportStructures(source, force) { Progress = progress });

        import.Subcommands.Add(structures);
        return new Command("reference", "Import reference data: what ESI sends slowly, in English only, or not at all.") { import };
    }

    private static void AddImport(
        Command command, CommandHost host, string sourceIs, Func<string?, bool, IProgress<ImportProgress>, IRequest<ImportResult>> make)
    {
        var source = new Argument<string?>("PATH|URL") { Description = sourceIs, Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force") { Description = "Import it even if it is imported already, or older than the imported one." };
        command.Arguments.Add(source);
        command.Options.Add(force);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            host, parsed, progress => make(parsed.GetValue(source), parsed.GetValue(force), progress), cancellationToken));
    }

    private static async Task<int> RunAsync(
        CommandHost host, ParseResult parsed, Func<IProgress<ImportProgress>, IRequest<ImportResult>> make, CancellationToken cancellationToken)
    {
        var stopped = false;
        var exitCode = await host.RunAsync(parsed, HostRole.Command, async (services, output) =>
        {
            using var stop = new StopSignals(cancellationToken);
            try
            {
                await CommandHost.MigrateAsync(services, stop.Token);
                Tell(await output.WithImportProgressAsync(progress => SendAsync(services, make(progress), stop.Token)), output);
            }
            catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
            {
                stopped = true;
                output.Line("Stopped before the end; import again to continue.");
            }
            catch (Exception exception) when (exception is ConflictException or UnusableSourceException)
            {
                throw new CommandFailedException(exception.Message);
            }
        });
        return stopped ? CommandLine.Interrupted : exitCode;
    }

    private static async Task<ImportResult> SendAsync(IServiceProvider services, IRequest<ImportResult> request, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
    }

    private static void Tell(ImportResult result, CommandOutput output)
    {
        if (result is ImportResult.Imported { Rederived: > 0 } affected)
            output.Line(string.Create(CultureInfo.InvariantCulture, $"{affected.Rederived} contracts were derived again."));
        output.Line(result switch
        {
            ImportResult.Imported imported => string.Create(
                CultureInfo.InvariantCulture,
                $"{Name(imported.Build, "Imported")}: {imported.Rows} rows, {imported.Written} new or changed, {imported.SetAside} set aside."),
            ImportResult.AlreadyImported already => string.Create(
                CultureInfo.InvariantCulture, $"{Name(already.Build, "This file was")} already imported, at {already.At:yyyy-MM-dd HH:mm} EVE time."),
            _ => throw new InvalidOperationException($"{result.GetType().Name} is no result."),
        });
    }

    private static string Name(long? build, string otherwise) =>
        build is { } number ? string.Create(CultureInfo.InvariantCulture, $"Build {number}") : otherwise;
}
