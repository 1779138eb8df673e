using HangarBay.Domain.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HangarBay.Infrastructure.Persistence.Configurations;

internal sealed class ItemTypeConfiguration : IEntityTypeConfiguration<ItemType>
{
    public void Configure(EntityTypeBuilder<ItemType> builder)
    {
        builder.ToTable("item_types");
        builder.HasKey(type => type.Id);
        builder.Property(type => type.Id).HasColumnName("type_id").ValueGeneratedNever();
        builder.HasIndex(type => type.ReadAt).HasFilter("name IS NULL").HasDatabaseName("ix_item_types_nameless");
    }
}
