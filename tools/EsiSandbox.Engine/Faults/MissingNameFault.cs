using System.Text.Json;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>An id that has no name any more: every batch that contains it answers 404.</summary>
/// <param name="Id">The id.</param>
public sealed record MissingNameFault(long Id) : Fault
{
    public override string Kind => "missingname";

    internal override bool Matches(Call call) => call.Route.Name == "/universe/names" && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        return answer.Status == 200 && JsonSerializer.Deserialize<long[]>(call.Posted)!.Contains(Id)
            ? Answer.Error(404, NameAnswers.Unresolvable)
            : answer;
    }
}
