using HangarBay.Application.Sync;
using Spectre.Console;

namespace HangarBay.WebApi.Cli;

/// <summary>Shows a sync's progress: a bar a phase on a terminal, elsewhere a line now and then.</summary>
internal static class SyncProgressDisplay
{
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    public static async Task<T> OnTerminalAsync<T>(Func<IProgress<SyncProgress>, Task<T>> work) =>
        await AnsiConsole.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(context => work(new Bars(context)));

    public static Task<T> AsLinesAsync<T>(Action<string> line, TimeProvider time, Func<IProgress<SyncProgress>, Task<T>> work) =>
        work(new Lines(line, time));

    private static string Words(SyncPhase phase) => phase switch
    {
        SyncPhase.Sweeping => "Sweeping regions",
        SyncPhase.Naming => "Naming",
        SyncPhase.ReadingItems => "Reading lines",
        _ => phase.ToString(),
    };

    private sealed class Bars(ProgressContext context) : IProgress<SyncProgress>
    {
        private readonly Dictionary<SyncPhase, ProgressTask> _bars = [];

        public void Report(SyncProgress value)
        {
            if (!_bars.TryGetValue(value.Phase, out var bar)) _bars[value.Phase] = bar = context.AddTask(Words(value.Phase));
            bar.MaxValue = Math.Max(1, value.Total);
            bar.Value = value.Total == 0 ? 1 : value.Done;
        }
    }

    private sealed class Lines(Action<string> line, TimeProvider time) : IProgress<SyncProgress>
    {
        private (SyncPhase? Phase, long At) _last;

        public void Report(SyncProgress value)
        {
            var isLast = value.Done == value.Total && value.Total > 0;
            if (value.Phase == _last.Phase && !isLast && time.GetElapsedTime(_last.At) < BetweenLines) return;
            _last = (value.Phase, time.GetTimestamp());
            line(FormattableString.Invariant($"{Words(value.Phase)}: {value.Done} of {value.Total}"));
        }
    }
}
