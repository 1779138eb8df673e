using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Answers late, by the sandbox's clock. With a fake clock no answer comes until the clock is advanced.</summary>
/// <param name="Delay">How late.</param>
public sealed record LatencyFault(TimeSpan Delay) : Fault
{
    public override string Kind => "latency";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        await Task.Delay(Delay, sandbox.Time, call.Http.RequestAborted);
        return await next();
    }
}
