using MediatR;

namespace HangarBay.Application.Sync.ResolvingNames;

/// <summary>
/// Resolves the missing names of what listed contracts mention (M10): regions, stations, their systems, characters and corporations. An id
/// without a public name is stored as such. At most a thousand ids of each kind per call.
/// </summary>
public sealed record ResolveNames : IRequest<NamesResult>;

/// <summary>How many ids were settled, with a name or as nameless; zero when nothing is left to ask.</summary>
public sealed record NamesResult(int Settled);
