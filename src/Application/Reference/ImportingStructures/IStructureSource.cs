using HangarBay.Domain.Reference;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Reference.ImportingStructures;

/// <summary>EVE Ref's file of public structures.</summary>
public interface IStructureSource
{
    /// <summary>Null where it is what <paramref name="known"/> was.</summary>
    /// <param name="source">A path or an http address; null for EVE Ref's newest.</param>
    /// <param name="known">What was imported last; null to open it in any case.</param>
    /// <exception cref="UnusableSourceException">Not to be had.</exception>
    Task<IStructureFile?> OpenAsync(string? source, ImportSource? known, CancellationToken cancellationToken);
}

/// <summary>A file that is open, and streamed.</summary>
public interface IStructureFile : IAsyncDisposable
{
    ImportSource Source { get; }

    /// <summary>Bytes read.</summary>
    long Position { get; }

    /// <summary>Bytes there are.</summary>
    long Length { get; }

    /// <exception cref="UnusableSourceException">No JSON, or none of structures.</exception>
    IAsyncEnumerable<SourceRow<Structure>> RowsAsync(CancellationToken cancellationToken);
}

/// <summary>A structure by its name.</summary>
public sealed record Structure(LocationId Id, string Name, SystemId SystemId);
