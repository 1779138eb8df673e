using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>304 for a list page, whether or not the caller sent an ETag, as from a cache that confuses two callers.</summary>
public sealed record NotModifiedFault : Fault
{
    public override string Kind => "notmodified";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        return answer.Status == 200 ? answer with { Status = 304, Body = [] } : answer;
    }
}
