using HangarBay.Application.Reference;
using HangarBay.Application.Sync;
using Spectre.Console;

namespace HangarBay.WebApi.Cli;

/// <summary>How far some work has come: its name, how much is done of how much, and the unit.</summary>
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
        SyncPhase.ReadingLines => "Reading lines",
        _ => phase.ToString(),
    };
}

/// <summary>Shows progress: on a terminal a bar for each kind of work, elsewhere a line now and then.</summary>
internal static class ProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static async Task<T> OnTerminalAsync<T>(TimeProvider time, Func<IProgress<ProgressStep>, Task<T>> work) =>
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context, time)));

    public static Task<T> AsLinesAsync<T>(Action<string> line, TimeProvider time, Func<IProgress<ProgressStep>, Task<T>> work) =>
        work(new Lines(line, time));

    /// <summary>For work that reports progress of its own type.</summary>
    public static IProgress<TFrom> From<TFrom>(IProgress<ProgressStep> steps, Func<TFrom, ProgressStep> convert) => new Converted<TFrom>(steps, convert);

    // Several kinds of work go on at once and report from their own threads.
    private sealed class Bars(ProgressContext context, TimeProvider time) : IProgress<ProgressStep>
    {
        private readonly Dictionary<string, (ProgressTask Bar, ProgressPace Pace)> _bars = [];

        public void Report(ProgressStep value)
        {
            lock (_bars)
            {
                if (!_bars.TryGetValue(value.Words, out var known))
                    _bars[value.Words] = known = (context.AddTask(Markup.Escape(value.Words)), new ProgressPace(time));
                known.Pace.Note(value.Done);
                known.Bar.Description = Markup.Escape($"{value.Words}{known.Pace.Describe(value with { Total = value.Done })}");
                known.Bar.MaxValue = Math.Max(1, value.Total);
                known.Bar.Value = value.Total == 0 ? 1 : value.Done;
            }
        }
    }

    private sealed class Lines(Action<string> line, TimeProvider time) : IProgress<ProgressStep>
    {
        private readonly Dictionary<string, (long ToldAt, ProgressPace Pace)> _known = [];

        public void Report(ProgressStep value)
        {
            lock (_known)
            {
                var isNew = !_known.TryGetValue(value.Words, out var known);
                if (isNew) known.Pace = new ProgressPace(time);
                known.Pace.Note(value.Done);
                var isLast = value.Done == value.Total && value.Total > 0;
                if (!isNew && !isLast && time.GetElapsedTime(known.ToldAt) < BetweenLines) return;

                _known[value.Words] = (time.GetTimestamp(), known.Pace);
                line(FormattableString.Invariant($"{value.Words}: {value.Done} of {value.Total}{value.Unit}{known.Pace.Describe(value)}"));
            }
        }
    }

    private sealed class Converted<TFrom>(IProgress<ProgressStep> steps, Func<TFrom, ProgressStep> convert) : IProgress<TFrom>
    {
        public void Report(TFrom value) => steps.Report(convert(value));
    }
}
