using System.Text.Json.Nodes;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>One row of a list page is malformed. The rest of the page is correct, and it has an ETag of its own.</summary>
/// <param name="Row">What is wrong with the row.</param>
public sealed record MalformedFault(RowDamage Row) : Fault
{
    public override string Kind => "malformed";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        if (answer.Status != 200 || JsonNode.Parse(answer.Body) is not JsonArray { Count: > 1 } rows)
            return answer;
        Damages.Inflict(Row, rows, () => LastOfPageBefore(sandbox, call));
        var body = JsonRows.Bytes(rows);
        return answer with { Body = body, ETag = EntityTag.Strong(body) };
    }

    private static JsonNode? LastOfPageBefore(Sandbox sandbox, Call call) =>
        call.Page > 1 && sandbox.Market.Current(call.Region!.Value) is { } generation && call.Page <= generation.Pages
            ? JsonNode.Parse(generation.Page(call.Page.Value - 1).Body)!.AsArray()[^1]!.DeepClone()
            : null;
}
