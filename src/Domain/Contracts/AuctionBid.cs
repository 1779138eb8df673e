namespace HangarBay.Domain.Contracts;

/// <summary>One bid on an auction (<c>GET /contracts/public/bids/{contract_id}</c>).</summary>
public sealed class AuctionBid
{
    private AuctionBid()
    {
    }

    public AuctionBid(ContractId contractId, long bidId, Isk amount, DateTimeOffset placedAt)
    {
        ContractId = contractId;
        BidId = bidId;
        Amount = amount;
        PlacedAt = placedAt;
    }

    public ContractId ContractId { get; private set; }

    public long BidId { get; private set; }

    public Isk Amount { get; private set; }

    public DateTimeOffset PlacedAt { get; private set; }
}
