using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>A list page is <c>[]</c> although X-Pages includes it.</summary>
public sealed record EmptyPageFault : Fault
{
    public override string Kind => "emptypage";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        return answer.Status == 200 ? answer with { Body = Answer.EmptyList, ETag = EntityTag.Strong(Answer.EmptyList) } : answer;
    }
}
