using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportingStructures;

/// <summary>EVE Ref's file of public structures.</summary>
public interface IStructureSource
{
    /// <summary>Null where the file has not changed since <paramref name="known"/>.</summary>
    /// <param name="source">A path or an http address; null for EVE Ref's newest.</param>
    /// <param name="known">What was imported last; null to open it in any case.</param>
    /// <exception cref="UnusableSourceException">The file cannot be read.</exception>
    Task<IStructureFile?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken);
}

/// <summary>An open file, whose rows are streamed.</summary>
public interface IStructureFile : IAsyncDisposable
{
    ImportSource Source { get; }

    /// <summary>Bytes read.</summary>
    long Position { get; }

    /// <summary>Bytes of the whole file.</summary>
    long Length { get; }

    /// <exception cref="UnusableSourceException">The file is no JSON, or holds no structures.</exception>
    IAsyncEnumerable<SourceRow<Structure>> RowsAsync(CancellationToken cancellationToken);
}

/// <summary>A structure with its name and its system.</summary>
public sealed record Structure(LocationId Id, string Name, SystemId SystemId);
