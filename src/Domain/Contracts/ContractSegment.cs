namespace HangarBay.Domain.Contracts;

/// <summary>
/// What players call the parts of the market (B12). A contract is in at most one. Exchanges whose lines are unread, loans and contracts of
/// an unknown type are in none.
/// </summary>
public enum ContractSegment
{
    /// <summary>Item exchanges that offer a ship.</summary>
    Ships,

    /// <summary>Other item exchanges that offer a blueprint.</summary>
    Blueprints,

    /// <summary>Item exchanges that offer anything else.</summary>
    Goods,

    /// <summary>Item exchanges that only request: want-to-buys.</summary>
    Wanted,
    Auctions,
    Couriers,
}
