using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Answers an error instead: 500, 502, 503, 504, 520, 403 …</summary>
/// <param name="Status">The HTTP status, 400 to 599.</param>
public sealed record StatusFault(int Status) : Fault
{
    public override string Kind => "status";

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) =>
        new(Answer.Error(Status, Status >= 500 ? "Timeout contacting tranquility" : "Contract not public"));
}
