using System.Text.Json.Nodes;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>
/// A list page as if contracts of earlier pages had just left the list. Its first rows have moved to the page before, and the first rows
/// of the next page are its last. The generation stays the same.
/// </summary>
/// <param name="Rows">By how many rows the page has moved.</param>
public sealed record ShiftFault(int Rows = 1) : Fault
{
    public override string Kind => "shift";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        if (answer.Status != 200 || sandbox.Market.Current(call.Region!.Value) is not { } generation) return answer;
        var rows = RowsOf(answer).Skip(Rows);
        var behind = call.Page < generation.Pages ? RowsOf(ContractAnswers.Page(generation, call.Page + 1)).Take(Rows) : [];
        var body = JsonRows.Bytes(new JsonArray([.. rows.Concat(behind).Select(row => row!.DeepClone())]));
        return answer with { Body = body, ETag = EntityTag.Strong(body) };
    }

    private static JsonArray RowsOf(Answer answer) => JsonNode.Parse(answer.Body)!.AsArray();
}
