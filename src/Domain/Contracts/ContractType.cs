namespace HangarBay.Domain.Contracts;

/// <summary>The kinds of contract, as ESI names them. A kind outside this list is kept as <see cref="Unknown"/> (M9).</summary>
public enum ContractType
{
    Unknown,
    ItemExchange,
    Auction,
    Courier,
    Loan,
}
