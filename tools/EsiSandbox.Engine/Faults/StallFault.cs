using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Never answers. The call ends when the caller gives up or the sandbox stops.</summary>
public sealed record StallFault : Fault
{
    public override string Kind => "stall";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, call.Http.RequestAborted);
        return await next();
    }
}
