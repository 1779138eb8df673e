namespace HangarBay.EsiSandbox.Engine.Http;

/// <param name="Name">As the OpenAPI document writes the path; counters and faults go by it.</param>
/// <param name="Contracts">Which of the contract routes this is, those that may stand under a token bucket.</param>
internal sealed record EsiRoute(string Method, string Name, Func<Sandbox, Call, Answer> Respond, ContractRoutes Contracts = ContractRoutes.None)
{
    public string Pattern { get; } = Name.Contains('{') ? Name[..Name.IndexOf('{')] + "{id}" : Name;
}
