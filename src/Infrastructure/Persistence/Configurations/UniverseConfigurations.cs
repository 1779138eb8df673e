using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class RegionConfiguration : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("regions");
        builder.HasKey(region => region.Id);
        builder.Property(region => region.Id).HasColumnName("region_id").ValueGeneratedNever();
    }
}

internal sealed class SolarSystemConfiguration : IEntityTypeConfiguration<SolarSystem>
{
    public void Configure(EntityTypeBuilder<SolarSystem> builder)
    {
        builder.ToTable("solar_systems");
        builder.HasKey(system => system.Id);
        builder.Property(system => system.Id).HasColumnName("system_id").ValueGeneratedNever();
    }
}

internal sealed class LocationConfiguration : IEntityTypeConfiguration<Location>
{
    public void Configure(EntityTypeBuilder<Location> builder)
    {
        builder.ToTable("locations");
        builder.HasKey(location => location.Id);
        builder.Property(location => location.Id).HasColumnName("location_id").ValueGeneratedNever();
    }
}

internal sealed class CharacterConfiguration : IEntityTypeConfiguration<Character>
{
    public void Configure(EntityTypeBuilder<Character> builder)
    {
        builder.ToTable("characters");
        builder.HasKey(character => character.Id);
        builder.Property(character => character.Id).HasColumnName("character_id").ValueGeneratedNever();
    }
}

internal sealed class CorporationConfiguration : IEntityTypeConfiguration<Corporation>
{
    public void Configure(EntityTypeBuilder<Corporation> builder)
    {
        builder.ToTable("corporations");
        builder.HasKey(corporation => corporation.Id);
        builder.Property(corporation => corporation.Id).HasColumnName("corporation_id").ValueGeneratedNever();
    }
}
