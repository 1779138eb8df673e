namespace HangarBay.Application.InMemory.Following;

/// <summary>
/// The market that a process holds in memory. <paramref name="Version"/> is the market's version. <paramref name="Digest"/> is equal in
/// all processes that hold the same open contracts with the same lines. <paramref name="Bytes"/> is the size of their rows, without names
/// and texts.
/// </summary>
public sealed record HeldMarketStatus(long Version, string Digest, int Contracts, long Bytes);
