using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class MarketGroupConfiguration : IEntityTypeConfiguration<MarketGroup>
{
    public void Configure(EntityTypeBuilder<MarketGroup> builder)
    {
        builder.ToTable("market_groups");
        builder.HasKey(group => group.Id);
        builder.Property(group => group.Id).HasColumnName("market_group_id").ValueGeneratedNever();
    }
}

internal sealed class ConstellationConfiguration : IEntityTypeConfiguration<Constellation>
{
    public void Configure(EntityTypeBuilder<Constellation> builder)
    {
        builder.ToTable("constellations");
        builder.HasKey(constellation => constellation.Id);
        builder.Property(constellation => constellation.Id).HasColumnName("constellation_id").ValueGeneratedNever();
    }
}

internal sealed class StargateConfiguration : IEntityTypeConfiguration<Stargate>
{
    public void Configure(EntityTypeBuilder<Stargate> builder)
    {
        builder.ToTable("stargates");
        builder.HasKey(gate => gate.Id);
        builder.Property(gate => gate.Id).HasColumnName("stargate_id").ValueGeneratedNever();
    }
}

internal sealed class ReferenceImportConfiguration : IEntityTypeConfiguration<ReferenceImport>
{
    public void Configure(EntityTypeBuilder<ReferenceImport> builder)
    {
        builder.ToTable("reference_imports");
        builder.HasKey(import => import.Kind);
        builder.Property(import => import.Kind).HasConversion<string>().HasMaxLength(20).ValueGeneratedNever();
        builder.Property(import => import.Origin).HasMaxLength(ImportSource.MaxOriginLength);
        builder.Property(import => import.ETag).HasColumnName("etag").HasMaxLength(ImportSource.MaxETagLength);
        builder.Property(import => import.Checksum).HasMaxLength(64);
        builder.Ignore(import => import.Source);
    }
}
