using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class AuctionBidConfiguration : IEntityTypeConfiguration<AuctionBid>
{
    public void Configure(EntityTypeBuilder<AuctionBid> builder)
    {
        builder.ToTable("auction_bids");
        builder.HasKey(bid => new { bid.ContractId, bid.BidId });
        builder.Property(bid => bid.BidId).ValueGeneratedNever();
    }
}
