namespace HangarBay.Domain.Contracts;

/// <summary>What follows from a contract's type alone.</summary>
public static class ContractTypeRules
{
    /// <summary>Exchanges and auctions have lines to read; the other kinds never do.</summary>
    public static bool BearsLines(this ContractType type) => type is ContractType.ItemExchange or ContractType.Auction;

    /// <summary>ESI rounds an auction's dates and moves them with the generation, so they prove nothing (M3).</summary>
    public static bool HasCoarseDates(this ContractType type) => type is ContractType.Auction;
}
