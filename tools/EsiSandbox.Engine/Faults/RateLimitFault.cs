using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>429 as a limiter deep in the game sends it.</summary>
/// <param name="RetryAfter">What the header says; null: no header, which also happens.</param>
public sealed record RateLimitFault(TimeSpan? RetryAfter) : Fault
{
    public override string Kind => "ratelimit";

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) =>
        new(Answer.Error(429, "Rate limit exceeded") with { RetryAfter = (int?)RetryAfter?.TotalSeconds });
}
