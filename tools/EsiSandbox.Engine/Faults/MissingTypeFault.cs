using HangarBay.EsiSandbox.Engine.Http;

namespace HangarBay.EsiSandbox.Engine.Faults;

/// <summary>A type that is in contracts but unknown to the type route.</summary>
/// <param name="TypeId">The type; null: any.</param>
public sealed record MissingTypeFault(int? TypeId = null) : Fault
{
    public override string Kind => "missingtype";

    internal override bool Matches(Call call) =>
        call.Route.Name == "/universe/types/{type_id}" && (TypeId is null || call.Id == TypeId) && base.Matches(call);

    internal override ValueTask<Answer> StrikeAsync(Sandbox sandbox, Call call, Func<ValueTask<Answer>> next) =>
        new(Answer.Error(404, "Type not found!"));
}
