namespace HangarBay.EsiSandbox.Engine;

/// <summary>ESI's newer rate limit: every answer costs tokens (2xx 2, 3xx 1, 4xx 5, 5xx 0), which return one window later.</summary>
/// <param name="Tokens">How many tokens a window has; at least one.</param>
/// <param name="Window">After how long a spent token returns; at least a second.</param>
/// <param name="Group">The name in <c>X-Ratelimit-Group</c>.</param>
/// <param name="Routes">Which routes share this bucket.</param>
public sealed record TokenBucketOptions(int Tokens, TimeSpan Window, string Group = "public-contract", ContractRoutes Routes = ContractRoutes.All)
{
    /// <summary>One sentence that says what is wrong with the options; null: nothing.</summary>
    internal string? Mistake =>
        Tokens < 1 ? "A token bucket needs at least one token."
        : Window < TimeSpan.FromSeconds(1) || Window > TimeSpan.FromDays(1) ? "A token bucket's window must last between one second and one day."
        : Group.Length == 0 || Group.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '_') ? "A token bucket's group must have only letters, digits, hyphens and underscores."
        : (Routes & ContractRoutes.All) == ContractRoutes.None ? "A token bucket needs at least one route that it limits."
        : null;
}
