namespace HangarBay.EsiSandbox.Engine.Http;

/// <param name="Name">As the OpenAPI document writes the path; counters and faults go by it.</param>
/// <param name="IsEsi">False: a file of another site, which has none of ESI's limits and headers.</param>
/// <param name="Contracts">Which of the contract routes this is, those that may stand under a token bucket.</param>
internal sealed record EsiRoute(string Method, string Name, Func<Sandbox, Call, Answer> Respond, ContractRoutes Contracts = ContractRoutes.None, bool IsEsi = true)
{
    public string Pattern { get; } = Name.Contains('{') ? Name[..Name.IndexOf('{')] + "{id}" : Name;
}
