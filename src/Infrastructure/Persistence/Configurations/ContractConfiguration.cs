using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class ContractConfiguration : IEntityTypeConfiguration<Contract>
{
    private const string Open = "closed_at IS NULL";

    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("contracts");
        builder.HasKey(contract => contract.Id);
        builder.Property(contract => contract.Id).HasColumnName("contract_id").ValueGeneratedNever();
        builder.Property(contract => contract.Title).HasMaxLength(Contract.MaxTitleLength);
        builder.Property(contract => contract.ShipName).HasMaxLength(200);
        // The column is computed from others and written together with them. Only queries read it.
        builder.Property(contract => contract.PriceNow).UsePropertyAccessMode(PropertyAccessMode.Property);
        builder.Ignore(contract => contract.Headline);
        builder.Ignore(contract => contract.BlueprintSummary);

        builder.HasMany(contract => contract.Lines).WithOne().HasForeignKey(line => line.ContractId);
        builder.HasMany(contract => contract.Bids).WithOne().HasForeignKey(bid => bid.ContractId);

        builder.HasIndex(contract => new { contract.RegionId, contract.Id }).HasFilter(Open)
            .HasDatabaseName("ix_contracts_open_region");
        builder.HasIndex(contract => contract.LinesNextAttemptAt).HasFilter("lines_state = 'Pending' AND closed_at IS NULL")
            .HasDatabaseName("ix_contracts_pending");
        builder.HasIndex(contract => contract.LinesNextAttemptAt, "SetAside").HasFilter("lines_state = 'SetAside' AND closed_at IS NULL")
            .HasDatabaseName("ix_contracts_set_aside");
        builder.HasIndex(contract => contract.BidsNextAttemptAt).HasFilter("type = 'Auction' AND closed_at IS NULL")
            .HasDatabaseName("ix_contracts_bids");
        builder.HasIndex(contract => contract.ClosedAt).HasFilter("closed_at IS NOT NULL")
            .HasDatabaseName("ix_contracts_closed");
    }
}
