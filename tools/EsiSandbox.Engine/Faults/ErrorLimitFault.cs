using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>Spends the error budget at once: everything answers 420 for a time. It starts when it is added; filters do not apply.</summary>
/// <param name="For">How long.</param>
public sealed record ErrorLimitFault(TimeSpan For) : Fault
{
    public override string Kind => "errorlimit";

    internal override bool Begin(Sandbox sandbox)
    {
        sandbox.Errors.SpendAll(For);
        return false;
    }

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) => next();
}
