using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence.Conversions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

/// <summary>The whole model, the same for both engines. The additions for one engine are in that engine's folder.</summary>
public abstract class HangarBayDbContext(DbContextOptions options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HangarBayDbContext).Assembly);
        // Processes that follow the market query the rows that are newer than the version they hold, open or closed.
        foreach (var followed in modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsAssignableTo(typeof(IFollowed))))
            modelBuilder.Entity(followed.ClrType).HasIndex(nameof(IFollowed.ChangedIn)).HasDatabaseName($"ix_{followed.GetTableName()}_changed_in");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<ContractId>().HaveConversion<ContractIdConverter>();
        configurationBuilder.Properties<TypeId>().HaveConversion<TypeIdConverter>();
        configurationBuilder.Properties<GroupId>().HaveConversion<GroupIdConverter>();
        configurationBuilder.Properties<CategoryId>().HaveConversion<CategoryIdConverter>();
        configurationBuilder.Properties<MarketGroupId>().HaveConversion<MarketGroupIdConverter>();
        configurationBuilder.Properties<RegionId>().HaveConversion<RegionIdConverter>();
        configurationBuilder.Properties<ConstellationId>().HaveConversion<ConstellationIdConverter>();
        configurationBuilder.Properties<StargateId>().HaveConversion<StargateIdConverter>();
        configurationBuilder.Properties<SystemId>().HaveConversion<SystemIdConverter>();
        configurationBuilder.Properties<LocationId>().HaveConversion<LocationIdConverter>();
        configurationBuilder.Properties<CharacterId>().HaveConversion<CharacterIdConverter>();
        configurationBuilder.Properties<CorporationId>().HaveConversion<CorporationIdConverter>();
        configurationBuilder.Properties<Isk>().HaveConversion<IskConverter>();
        configurationBuilder.Properties<SecurityStatus>().HaveConversion<SecurityStatusConverter>();
        configurationBuilder.Properties<LocalisedName>().HaveConversion<LocalisedNameConverter, LocalisedNameComparer>();
        configurationBuilder.Properties<Composition>().HaveConversion<CompositionConverter, CompositionComparer>();
        configurationBuilder.Properties<ContractType>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<LinesState>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<HeadlineKind>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<ClosureEvidence>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<SweepOutcome>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<SweeperPhase>().HaveConversion<string>().HaveMaxLength(20);
        configurationBuilder.Properties<Language>().HaveConversion<string>().HaveMaxLength(2);
    }
}
