using HangarBay.Domain.Coverage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class RegionCoverageConfiguration : IEntityTypeConfiguration<RegionCoverage>
{
    public void Configure(EntityTypeBuilder<RegionCoverage> builder)
    {
        builder.ToTable("region_coverage");
        builder.HasKey(coverage => coverage.Id);
        builder.Property(coverage => coverage.Id).HasColumnName("region_id").ValueGeneratedNever();
        builder.Property(coverage => coverage.LastReason).HasMaxLength(RegionCoverage.MaxReasonLength);
        builder.Property(coverage => coverage.Version).IsConcurrencyToken();
        builder.HasMany(coverage => coverage.Pages).WithOne().HasForeignKey(page => page.RegionId);
    }
}

internal sealed class RegionPageConfiguration : IEntityTypeConfiguration<RegionPage>
{
    public void Configure(EntityTypeBuilder<RegionPage> builder)
    {
        builder.ToTable("region_pages");
        builder.HasKey(page => new { page.RegionId, page.Number });
        builder.Property(page => page.Number).ValueGeneratedNever();
        builder.Property(page => page.ETag).HasColumnName("etag").HasMaxLength(RegionPage.MaxETagLength);
        builder.PrimitiveCollection(page => page.ContractIds);
    }
}
