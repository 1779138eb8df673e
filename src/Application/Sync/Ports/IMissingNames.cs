using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.Ports;

/// <summary>
/// Ids that listed contracts mention and that have no row in the database yet, or an old one (M10). Each call returns at most <c>limit</c>
/// ids.
/// </summary>
public interface IMissingNames
{
    Task<IReadOnlyList<LocationId>> LocationsAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<SystemId>> SystemsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Of regions with a good sweep.</summary>
    Task<IReadOnlyList<RegionId>> RegionsAsync(int limit, CancellationToken cancellationToken);

    /// <param name="limit">How many at most.</param>
    /// <param name="asked">Decides which ids that have a row are requested again.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    Task<IReadOnlyList<CharacterId>> CharactersAsync(int limit, LastAsked asked, CancellationToken cancellationToken);

    /// <inheritdoc cref="CharactersAsync"/>
    Task<IReadOnlyList<CorporationId>> CorporationsAsync(int limit, LastAsked asked, CancellationToken cancellationToken);
}

/// <summary>
/// Names that were requested before these instants are requested again. A name that ESI did not know may exist now, and a known one may
/// have changed.
/// </summary>
public readonly record struct LastAsked(DateTimeOffset WithoutName, DateTimeOffset WithName);
