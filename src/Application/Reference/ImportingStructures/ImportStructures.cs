using MediatR;

namespace HangarBay.Application.Reference.ImportingStructures;

/// <summary>
/// Imports names and systems of public structures from EVE Ref's file, as ESI tells them to nobody who may not dock there
/// (M10). <paramref name="Source"/> is a path or an http address, null for EVE Ref's newest. A file that was imported
/// already is not read again unless <paramref name="Force"/> says so; a structure that the file no longer names keeps its name.
/// </summary>
public sealed record ImportStructures(string? Source, bool Force = false) : IRequest<ImportResult>
{
    /// <summary>Null where nobody watches.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}
