using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>CCP's Static Data Export in its JSONL form, in a file or behind an address.</summary>
public interface IStaticDataSource
{
    /// <summary>
    /// Null where nothing is newer than <paramref name="known"/>, as far as the address can tell.
    /// </summary>
    /// <param name="source">A path or an http address; null for the newest build that CCP offers.</param>
    /// <param name="known">What was imported last; null to open it in any case.</param>
    /// <exception cref="UnusableSourceException">Not to be had, no zip, or none of static data.</exception>
    Task<IStaticData?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken);
}

/// <summary>
/// An export that is open. Every file that is read is known to be there. Rows are streamed; reading throws
/// <see cref="UnusableSourceException"/> where the archive is damaged or grows beyond every bound.
/// </summary>
public interface IStaticData : IAsyncDisposable
{
    ImportSource Source { get; }

    long Build { get; }

    /// <summary>Bytes read of the files that are wanted.</summary>
    long Position { get; }

    /// <summary>Bytes of those files, as the archive tells it.</summary>
    long Length { get; }

    IAsyncEnumerable<SourceRow<ItemCategory>> CategoriesAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<ItemGroup>> GroupsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<MarketGroup>> MarketGroupsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<StaticType>> TypesAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<Region>> RegionsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<Constellation>> ConstellationsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<SolarSystem>> SystemsAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<SourceRow<Stargate>> StargatesAsync(CancellationToken cancellationToken);
}
