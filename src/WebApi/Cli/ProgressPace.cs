using System.Globalization;
using HangarBay.WebUi.Figures;

namespace HangarBay.WebApi.Cli;

/// <summary>How fast some work went over the last half minute.</summary>
internal sealed class ProgressPace(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    private readonly Queue<(long At, long Done)> _marks = [];

    public void Note(long done)
    {
        _marks.Enqueue((time.GetTimestamp(), done));
        while (_marks.Count > 2 && time.GetElapsedTime(_marks.Peek().At) > Window) _marks.Dequeue();
    }

    /// <summary><c>, 212/s, 3 min 36 s left</c>; empty while nothing is known.</summary>
    public string Describe(ProgressStep step)
    {
        var (since, before) = _marks.Peek();
        var over = time.GetElapsedTime(since);
        if (over < Shortest || step.Done <= before) return "";

        var rate = (step.Done - before) / over.TotalSeconds;
        var pace = rate switch
        {
            >= 10 => rate.ToString("F0", CultureInfo.InvariantCulture),
            >= 0.1 => rate.ToString("F1", CultureInfo.InvariantCulture),
            _ => Rounded.Tell(rate),
        };
        return step.Total > step.Done ? $", {pace}{step.Unit}/s, {Left(TimeSpan.FromSeconds((step.Total - step.Done) / rate))} left" : $", {pace}{step.Unit}/s";
    }

    private static string Left(TimeSpan left) => left switch
    {
        { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{(long)left.TotalHours} h {left.Minutes} min"),
        { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(left.TotalSeconds)} s"),
    };
}
