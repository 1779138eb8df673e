namespace HangarBay.Application.Contracts.BrowsingContracts;

/// <summary>What rows can be sorted by (B8). Rows without the value come last in both directions.</summary>
public enum ContractSort
{
    DateIssued,
    DateExpired,

    /// <summary>The current bid of an auction where known, else the price.</summary>
    Price,
    Buyout,
    Collateral,
    Reward,
    RewardPerVolume,
    Volume,
    DaysToComplete,

    /// <summary>The English name of the first offered ship.</summary>
    ShipName,
}

public enum SortDirection
{
    Asc,
    Desc,
}
