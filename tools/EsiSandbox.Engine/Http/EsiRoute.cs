namespace HangarBay.EsiSandbox.Engine.Http;

/// <param name="Name">The path as the OpenAPI document writes it. Counters use it as their key, and some faults match it.</param>
/// <param name="IsEsi">False: a file of another site, without ESI's limits and headers.</param>
/// <param name="Contracts">Which of the contract routes this is; these may have a token bucket.</param>
internal sealed record EsiRoute(string Method, string Name, Func<Sandbox, Call, Answer> Respond, ContractRoutes Contracts = ContractRoutes.None, bool IsEsi = true)
{
    public string Pattern { get; } = Name.Contains('{') ? Name[..Name.IndexOf('{')] + "{id}" : Name;
}
