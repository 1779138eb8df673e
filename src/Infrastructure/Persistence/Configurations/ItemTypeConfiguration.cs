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
        builder.HasMany(type => type.SearchNames).WithOne().HasForeignKey(name => name.TypeId);
    }
}

internal sealed class TypeSearchNameConfiguration : IEntityTypeConfiguration<TypeSearchName>
{
    public void Configure(EntityTypeBuilder<TypeSearchName> builder)
    {
        builder.ToTable("type_search_names");
        builder.HasKey(name => new { name.TypeId, name.Language });
    }
}
