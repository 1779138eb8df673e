namespace HangarBay.EsiSandbox.Engine;

/// <summary>
/// The contract routes that ESI may move from the error limit to a token bucket. Each may have a bucket group of its own.
/// </summary>
[Flags]
public enum ContractRoutes
{
    None = 0,

    /// <summary>The regions' lists.</summary>
    Lists = 1,

    /// <summary>The contracts' items.</summary>
    Items = 2,

    /// <summary>The auctions' bids.</summary>
    Bids = 4,

    All = Lists | Items | Bids,
}
