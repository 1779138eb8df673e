using System.Text.Json.Nodes;
using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>A list page with more rows than ESI's pages have. The extra rows are copies of its last row with ascending ids.</summary>
/// <param name="Rows">How many rows the page has in all.</param>
public sealed record BigPageFault(int Rows = 5000) : Fault
{
    public override string Kind => "bigpage";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        if (answer.Status != 200 || JsonNode.Parse(answer.Body) is not JsonArray { Count: > 0 } rows)
            return answer;
        var last = rows[^1]!.AsObject();
        for (var id = (long)last["contract_id"]! + 1; rows.Count < Rows; id++)
        {
            var copy = last.DeepClone().AsObject();
            copy["contract_id"] = id;
            rows.Add(copy);
        }

        var body = JsonRows.Bytes(rows);
        return answer with { Body = body, ETag = EntityTag.Strong(body) };
    }
}
