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

    /// <summary>The price of one unit where one thing alone is offered (B13); of a copy, the price of one run.</summary>
    UnitPrice,
}

public enum SortDirection
{
    Asc,
    Desc,
}
