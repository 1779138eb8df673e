using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>
/// The daily downtime. New connections are refused and open ones are cut off; then everything answers 503. It starts when it is added;
/// filters do not apply. It works only where the sandbox has an address of its own.
/// </summary>
/// <param name="Refuse">How long nothing listens.</param>
/// <param name="Errors">How long everything answers 503 after that.</param>
public sealed record DowntimeFault(TimeSpan Refuse, TimeSpan Errors) : Fault
{
    public override string Kind => "downtime";

    /// <summary>Id of the connection that asked for the downtime, and is not cut off.</summary>
    internal string? Spared { get; init; }

    internal override bool Begin(Sandbox sandbox)
    {
        _ = sandbox.Downtime.BeginAsync(Refuse, Errors, Spared);
        return false;
    }

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) => next();
}
