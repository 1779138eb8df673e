using MediatR;

namespace HangarBay.Application.Sync.ResolvingNames;

/// <summary>
/// Names what listed contracts mention and nobody named yet (M10): regions, stations, their systems, characters and
/// corporations. What has no public name is remembered as such. Each kind at most a thousand a call.
/// </summary>
public sealed record ResolveNames : IRequest<NamesResult>;

/// <summary>How many ids were settled, with a name or as nameless; zero when nothing is left to ask.</summary>
public sealed record NamesResult(int Settled);
