using HangarBay.Application.Sync;

namespace HangarBay.Application.Reference;

/// <summary>
/// A row of a file: what it says, or why it cannot be kept (M9). Where both are null, it says nothing that is wanted.
/// </summary>
public readonly record struct SourceRow<T>(T? Value, Surprise? Surprise)
    where T : class;
