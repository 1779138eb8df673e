using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HangarBay.Infrastructure.Persistence.Conversions;

internal sealed class ContractIdConverter() : ValueConverter<ContractId, long>(id => id.Value, value => new ContractId(value));

internal sealed class TypeIdConverter() : ValueConverter<TypeId, int>(id => id.Value, value => new TypeId(value));

internal sealed class GroupIdConverter() : ValueConverter<GroupId, int>(id => id.Value, value => new GroupId(value));

internal sealed class CategoryIdConverter() : ValueConverter<CategoryId, int>(id => id.Value, value => new CategoryId(value));

internal sealed class MarketGroupIdConverter()
    : ValueConverter<MarketGroupId, int>(id => id.Value, value => new MarketGroupId(value));

internal sealed class RegionIdConverter() : ValueConverter<RegionId, int>(id => id.Value, value => new RegionId(value));

internal sealed class ConstellationIdConverter()
    : ValueConverter<ConstellationId, int>(id => id.Value, value => new ConstellationId(value));

internal sealed class StargateIdConverter() : ValueConverter<StargateId, int>(id => id.Value, value => new StargateId(value));

internal sealed class SystemIdConverter() : ValueConverter<SystemId, int>(id => id.Value, value => new SystemId(value));

internal sealed class LocationIdConverter() : ValueConverter<LocationId, long>(id => id.Value, value => new LocationId(value));

internal sealed class CharacterIdConverter() : ValueConverter<CharacterId, long>(id => id.Value, value => new CharacterId(value));

internal sealed class CorporationIdConverter()
    : ValueConverter<CorporationId, long>(id => id.Value, value => new CorporationId(value));
