using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>
/// The server's clock runs backwards: Date, Last-Modified and Expires of each answer are earlier than those of the answer before.
/// </summary>
/// <param name="Step">How much earlier each answer is.</param>
public sealed record ClockFault(TimeSpan Step) : Fault
{
    private readonly Steps _steps = new();

    public override string Kind => "clock";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        var back = Step * _steps.Next();
        return answer with
        {
            Date = (answer.Date ?? sandbox.Time.GetUtcNow()) - back,
            LastModified = answer.LastModified - back,
            Expires = answer.Expires - back,
        };
    }

    private sealed class Steps
    {
        private int _taken;

        public int Next() => Interlocked.Increment(ref _taken);
    }
}
