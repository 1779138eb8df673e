using HangarBay.Domain.Reference;

namespace HangarBay.Infrastructure.Reference;

/// <summary>A file that is open and can be sought; one that was downloaded is deleted when it is closed.</summary>
internal sealed record SourceFile(FileStream Stream, ImportSource Source) : IAsyncDisposable
{
    /// <summary>What answered in the end, after redirections; null for a file of this machine.</summary>
    public Uri? Answered { get; init; }

    /// <summary>The sandbox marks every answer.</summary>
    public bool IsSandbox { get; init; }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
