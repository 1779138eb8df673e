using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>
/// Same rows, but Last-Modified and Expires are a little earlier. On ESI, pages of one generation were seen to differ by a second.
/// </summary>
/// <param name="By">How much earlier.</param>
public sealed record SkewFault(TimeSpan By) : Fault
{
    public override string Kind => "skew";

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next)
    {
        var answer = await next();
        return answer with { LastModified = answer.LastModified - By, Expires = answer.Expires - By };
    }
}
