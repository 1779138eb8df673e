using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>CCP's Static Data Export in its JSONL form, in a file or behind an address.</summary>
public interface IStaticDataSource
{
    /// <summary>Null where nothing is newer than <paramref name="known"/>, as far as the address can tell.</summary>
    /// <param name="source">A path or an http address; null for the newest build that CCP offers.</param>
    /// <param name="known">What was imported last; null to open it in any case.</param>
    /// <exception cref="UnusableSourceException">The source cannot be read, is no zip, or holds no static data.</exception>
    Task<IStaticData?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken);
}

/// <summary>
/// An open export. Every file that is read exists in it. Rows are streamed. Reading throws <see cref="UnusableSourceException"/> where the
/// archive is damaged or exceeds the limits of size.
/// </summary>
public interface IStaticData : IAsyncDisposable
{
    ImportSource Source { get; }

    long Build { get; }

    /// <summary>Bytes read of the files that are needed.</summary>
    long Position { get; }

    /// <summary>Bytes of those files, as the archive states them.</summary>
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
