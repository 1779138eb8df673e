using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using Spectre.Console;

namespace HangarBay.WebApi.Cli;

/// <summary>How far something came: what, how much of how much, of which unit.</summary>
internal readonly record struct ProgressStep(string Words, long Done, long Total, string Unit = "")
{
    private const long Megabyte = 1024 * 1024;

    public static ProgressStep Of(SyncProgress progress) => new(WordsOf(progress.Phase), progress.Done, progress.Total);

    public static ProgressStep Of(ImportProgress progress) =>
        new($"Importing {progress.Part}", progress.Done / Megabyte, Math.Max(1, progress.Total / Megabyte), " MB");

    private static string WordsOf(SyncPhase phase) => phase switch
    {
        SyncPhase.Seeding => "Seeding",
        SyncPhase.Sweeping => "Sweeping regions",
        SyncPhase.Naming => "Naming",
        SyncPhase.ReadingItems => "Reading lines",
        _ => phase.ToString(),
    };
}

/// <summary>Shows progress: a bar for each thing that is done on a terminal, elsewhere a line now and then.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static async Task<T> OnTerminalAsync<T>(Func<IProgress<ProgressStep>, Task<T>> work) =>
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));

    public static Task<T> AsLinesAsync<T>(Action<string> line, TimeProvider time, Func<IProgress<ProgressStep>, Task<T>> work) =>
        work(new Lines(line, time));

    /// <summary>For work that reports something of its own.</summary>
    public static IProgress<TFrom> From<TFrom>(IProgress<ProgressStep> steps, Func<TFrom, ProgressStep> convert) => new Converted<TFrom>(steps, convert);

    private sealed class Bars(ProgressContext context) : IProgress<ProgressStep>
    {
        private readonly Dictionary<string, ProgressTask> _bars = [];

        public void Report(ProgressStep value)
        {
            if (!_bars.TryGetValue(value.Words, out var bar)) _bars[value.Words] = bar = context.AddTask(Markup.Escape(value.Words));
            bar.MaxValue = Math.Max(1, value.Total);
            bar.Value = value.Total == 0 ? 1 : value.Done;
        }
    }

    private sealed class Lines(Action<string> line, TimeProvider time) : IProgress<ProgressStep>
    {
        private (string? Words, long At) _last;

        public void Report(ProgressStep value)
        {
            var isLast = value.Done == value.Total && value.Total > 0;
            if (value.Words == _last.Words && !isLast && time.GetElapsedTime(_last.At) < BetweenLines) return;
            _last = (value.Words, time.GetTimestamp());
            line(FormattableString.Invariant($"{value.Words}: {value.Done} of {value.Total}{value.Unit}"));
        }
    }

    private sealed class Converted<TFrom>(IProgress<ProgressStep> steps, Func<TFrom, ProgressStep> convert) : IProgress<TFrom>
    {
        public void Report(TFrom value) => steps.Report(convert(value));
    }
}
