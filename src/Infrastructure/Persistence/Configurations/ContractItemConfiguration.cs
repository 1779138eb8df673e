using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class ContractItemConfiguration : IEntityTypeConfiguration<ContractItem>
{
    public void Configure(EntityTypeBuilder<ContractItem> builder)
    {
        builder.ToTable("contract_items");
        builder.HasKey(item => new { item.ContractId, item.RecordId });
        builder.Property(item => item.RecordId).ValueGeneratedNever();
    }
}
