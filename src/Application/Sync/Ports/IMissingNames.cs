using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.Ports;

/// <summary>What listed contracts mention and the database has no row for yet (M10). Each at most <c>limit</c> ids.</summary>
public interface IMissingNames
{
    Task<IReadOnlyList<LocationId>> LocationsAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<SystemId>> SystemsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Of regions with a good sweep.</summary>
    Task<IReadOnlyList<RegionId>> RegionsAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<CharacterId>> CharactersAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<CorporationId>> CorporationsAsync(int limit, CancellationToken cancellationToken);
}
