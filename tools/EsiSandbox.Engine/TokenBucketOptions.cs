namespace HangarBay.EsiSandbox.Engine;

/// <summary>ESI's newer limit: every answer costs tokens (2xx 2, 3xx 1, 4xx 5, 5xx 0), which return one window later.</summary>
/// <param name="Tokens">How many tokens a window has.</param>
/// <param name="Window">How long a spent token stays away.</param>
/// <param name="Group">The name in <c>X-Ratelimit-Group</c>.</param>
public sealed record TokenBucketOptions(int Tokens, TimeSpan Window, string Group = "public-contract");
