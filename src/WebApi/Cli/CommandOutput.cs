using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using Spectre.Console;

namespace HangarBay.WebApi.Cli;

/// <summary>Tables and spinners on a terminal, plain lines anywhere else.</summary>
internal sealed class CommandOutput(TextWriter writer)
{
    private readonly bool _isTerminal = ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected;

    /// <summary>Writes the text as it is, without colours or wrapping.</summary>
    public void Line(string text) => writer.WriteLine(text);

    /// <summary>Writes names and values.</summary>
    public void Table(string title, IEnumerable<(string Name, string Value)> rows)
    {
        if (!_isTerminal)
        {
            foreach (var (name, value) in rows) Line($"{name}: {value}");
            return;
        }

        var table = new Table { Title = new TableTitle(Markup.Escape(title)), Border = TableBorder.Rounded, ShowHeaders = false };
        table.AddColumns("", "");
        foreach (var (name, value) in rows) table.AddRow(Markup.Escape(name), Markup.Escape(value));
        AnsiConsole.Write(table);
    }

    /// <summary>Shows progress: bars on a terminal, elsewhere a line now and then.</summary>
    public Task<T> WithProgressAsync<T>(Func<IProgress<SyncProgress>, Task<T>> work) =>
        WithStepsAsync(steps => work(ProgressDisplay.From<SyncProgress>(steps, ProgressStep.Of)));

    /// <inheritdoc cref="WithProgressAsync{T}"/>
    public Task<T> WithImportProgressAsync<T>(Func<IProgress<ImportProgress>, Task<T>> work) =>
        WithStepsAsync(steps => work(ProgressDisplay.From<ImportProgress>(steps, ProgressStep.Of)));

    /// <summary>Shows on a terminal that something is being done.</summary>
    public Task<T> WhileAsync<T>(string doing, Func<Task<T>> work) =>
        _isTerminal ? AnsiConsole.Status().StartAsync(Markup.Escape(doing), _ => work()) : work();

    private Task<T> WithStepsAsync<T>(Func<IProgress<ProgressStep>, Task<T>> work) => _isTerminal
        ? ProgressDisplay.OnTerminalAsync(TimeProvider.System, work)
        : ProgressDisplay.AsLinesAsync(Line, TimeProvider.System, work);
}
