using MediatR;

namespace HangarBay.Application.Reference.ImportingStaticData;

/// <summary>
/// Imports CCP's Static Data Export: types, groups, categories, market groups, regions, constellations, systems and stargates, with their
/// names in eight languages (M10). <paramref name="Source"/> is a path or an http address of the zip, null for the newest that CCP offers.
/// A build that is imported already is not read again, and an older one is refused, unless <paramref name="Force"/> is true.
/// </summary>
public sealed record ImportStaticData(string? Source, bool Force = false) : IRequest<ImportResult>
{
    /// <summary>Receives the progress; null where nobody needs it.</summary>
    public IProgress<ImportProgress>? Progress { get; init; }
}
