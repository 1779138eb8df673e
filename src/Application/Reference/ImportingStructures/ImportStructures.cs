using MediatR;

namespace HangarBay.Application.Reference.ImportingStructures;

/// <summary>
/// Imports names and systems of public structures from EVE Ref's file, because ESI tells them only to characters that may dock there (M10).
/// <paramref name="Source"/> is a path or an http address, null for EVE Ref's newest. A file that was imported already is not read again
/// unless <paramref name="Force"/> is true. A structure that the file no longer names keeps its name.
/// </summary>
public sealed record ImportStructures(string? Source, bool Force = false) : IRequest<ImportResult>
{
    /// <summary>Receives the progress; null where nobody needs it.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}
