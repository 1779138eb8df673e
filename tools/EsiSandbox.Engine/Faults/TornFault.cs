using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>A list page comes from the generation before, with its older rows, its older Last-Modified and its number of pages.</summary>
public sealed record TornFault : Fault
{
    public override string Kind => "torn";

    internal override bool Matches(Call call) => call.Region is not null && base.Matches(call);

    internal override async ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) =>
        sandbox.Market.Previous(call.Region!.Value) is { } previous ? ContractAnswers.Page(previous, call.Page) : await next();
}
