namespace HangarBay.EsiSandbox.Engine;

/// <summary>The world that a sandbox shows. Two sandboxes with equal options give the same answers at the same instant.</summary>
public sealed record SandboxOptions
{
    /// <summary>People look at a small market, and a large one is measured.</summary>
    private const int SmallestNewEden = 5000;

    /// <summary>
    /// About how many contracts are live at any time in the generated world, in all regions together. A recording ignores it.
    /// </summary>
    public int Contracts { get; init; } = 2000;

    /// <summary>
    /// What the generated market is made for. Null: <see cref="MarketShape.Demo"/> below 5,000 contracts, else
    /// <see cref="MarketShape.NewEden"/>. A recording ignores it.
    /// </summary>
    public MarketShape? Shape { get; init; }

    /// <summary>The seed from which everything invented follows.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>
    /// A folder with <c>contracts/public-contracts_*.json.gz</c> and <c>sde/*.jsonl.gz</c> to replay, its dates shifted to the start.
    /// Null: the generated world.
    /// </summary>
    public string? RecordedDirectory { get; init; }

    /// <summary>How long a region's contract list is cached before it turns over. ESI: 30 minutes. At least one second.</summary>
    public TimeSpan Generation { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Whether some pages of a list are a second older than the others, in Last-Modified and Expires, as was seen on ESI. Page 1 never is.
    /// A recording has no such pages.
    /// </summary>
    public bool PageJitter { get; init; } = true;

    /// <summary>How many of the latest requests <c>/sandbox/requests</c> remembers.</summary>
    public int RememberedRequests { get; init; } = 10_000;

    /// <summary>
    /// A token bucket for contract routes from the start, as ESI's newer routes have; null: the error limit alone, as ESI's contract routes
    /// have today.
    /// <see cref="SandboxServer.Tokens"/> changes it later.
    /// </summary>
    public TokenBucketOptions? TokenBucket { get; init; }

    internal MarketShape ShapeOrDefault => Shape ?? (Contracts < SmallestNewEden ? MarketShape.Demo : MarketShape.NewEden);

    internal void Validate()
    {
        if (Contracts is < 1 or > 1_000_000)
            throw new SandboxSetupException($"The number of contracts must be between 1 and 1,000,000, not {Contracts}.");
        if (Shape is { } shape && !Enum.IsDefined(shape))
            throw new SandboxSetupException($"The shape of a market is demo or newEden, not {shape}.");
        if (Generation < TimeSpan.FromSeconds(1) || Generation > TimeSpan.FromDays(1))
            throw new SandboxSetupException("A generation must last between one second and one day.");
        if (RecordedDirectory is { } directory && !Directory.Exists(directory))
            throw new SandboxSetupException($"There is no folder {Path.GetFullPath(directory)}.");
        if (TokenBucket?.Mistake is { } mistake)
            throw new SandboxSetupException(mistake);
        if (RememberedRequests < 0)
            throw new SandboxSetupException("The number of remembered requests must not be negative.");
    }
}
