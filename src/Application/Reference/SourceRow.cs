using HangarBay.Application.Sync;

namespace HangarBay.Application.Reference;

/// <summary>A row of a file: its value, or why it cannot be kept (M9). Both are null where the row holds nothing that is needed.</summary>
public readonly record struct SourceRow<T>(T? Value, Surprise? Surprise)
    where T : class;
