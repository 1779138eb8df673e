using HangarBay.Domain.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class ContractLineConfiguration : IEntityTypeConfiguration<ContractLine>
{
    public void Configure(EntityTypeBuilder<ContractLine> builder)
    {
        builder.ToTable("contract_lines");
        builder.HasKey(line => new { line.ContractId, line.RecordId });
        builder.Property(line => line.RecordId).ValueGeneratedNever();
    }
}
