namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// What a process holds in memory. <paramref name="Version"/> is the market's; <paramref name="Digest"/> is the same wherever the same
/// open contracts with the same lines are held; <paramref name="Bytes"/> is what their rows take, names and texts apart.
/// </summary>
public sealed record HeldMarketStatus(long Version, string Digest, int Contracts, long Bytes);
