namespace HangarBay.EsiSandbox.Engine;

/// <summary>The routes that ESI may move from the error limit to a token bucket, each under a group of its own if it likes.</summary>
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
