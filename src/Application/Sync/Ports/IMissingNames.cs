using HangarBay.Domain.Universe;

namespace HangarBay.Application.Sync.Ports;

/// <summary>What listed contracts mention and the database has no row for yet, or an old one (M10). Each at most <c>limit</c> ids.</summary>
public interface IMissingNames
{
    Task<IReadOnlyList<LocationId>> LocationsAsync(int limit, CancellationToken cancellationToken);

    Task<IReadOnlyList<SystemId>> SystemsAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Of regions with a good sweep.</summary>
    Task<IReadOnlyList<RegionId>> RegionsAsync(int limit, CancellationToken cancellationToken);

    /// <param name="limit">How many at most.</param>
    /// <param name="asked">When those that have a row are asked for again.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<CharacterId>> CharactersAsync(int limit, LastAsked asked, CancellationToken cancellationToken);

    /// <inheritdoc cref="CharactersAsync"/>
    Task<IReadOnlyList<CorporationId>> CorporationsAsync(int limit, LastAsked asked, CancellationToken cancellationToken);
}

/// <summary>
/// Names that were asked for before these instants are asked for again. A name that ESI did not know may have come since, and one that
/// it knew may have changed.
/// </summary>
public readonly record struct LastAsked(DateTimeOffset WithoutName, DateTimeOffset WithName);
