using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>429 as a limiter inside the game's servers sends it.</summary>
/// <param name="RetryAfter">The value of the header; null: no header, which also happens on ESI.</param>
public sealed record RateLimitFault(TimeSpan? RetryAfter) : Fault
{
    public override string Kind => "ratelimit";

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) =>
        new(Answer.Error(429, "Rate limit exceeded") with { RetryAfter = (int?)RetryAfter?.TotalSeconds });
}
