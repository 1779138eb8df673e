using System.CommandLine;
using HangarBay.WebApi.Hosting;

namespace HangarBay.WebApi.Cli;

/// <summary>Every command of the executable. Exit codes: 0 done, 1 failed, 2 not understood, 130 stopped.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int NotUnderstood = 2;

    /// <summary>The exit code that a shell expects of a process that was asked to stop.</summary>
    public const int Interrupted = 130;

    public static async Task<int> RunAsync(
        string[] args, Func<string[], HostRole, Task<WebApplication>> compose, TextWriter? output = null, TextWriter? error = null)
    {
        var (command, settings) = Arguments.Split(args);
        var host = new CommandHost(role => compose(settings, role));
        var root = new RootCommand("Hangar Bay: the public contracts of EVE Online. Every command accepts settings such as --urls URL or --Database:Provider=Sqlite.");
        root.SetAction((parsed, cancellationToken) => ServeCommand.RunAsync(host, parsed, cancellationToken));
        root.Subcommands.Add(ServeCommand.Create(host));
        root.Subcommands.Add(DatabaseCommand.Create(host));
        root.Subcommands.Add(SyncCommand.Create(host));
        root.Subcommands.Add(ReferenceCommand.Create(host));
        root.Subcommands.Add(MarketCommand.Create(host));

        var parsed = root.Parse(command, new ParserConfiguration { ResponseFileTokenReplacer = null });
        // The host handles signals, because it can stop in order. A command may be cut off at any time.
        var invocation = new InvocationConfiguration
        {
            Output = output ?? Console.Out,
            Error = error ?? Console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        if (parsed.Errors.Count == 0) return await parsed.InvokeAsync(invocation);

        foreach (var problem in parsed.Errors) await invocation.Error.WriteLineAsync(problem.Message);
        await invocation.Error.WriteLineAsync("Run with --help to see the commands and options.");
        return NotUnderstood;
    }
}
