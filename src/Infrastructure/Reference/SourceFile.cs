using HangarBay.Domain.Reference;

namespace HangarBay.Infrastructure.Reference;

/// <summary>An open, seekable file. A downloaded file is deleted when it is closed.</summary>
internal sealed record SourceFile(FileStream Stream, ImportSource Source) : IAsyncDisposable
{
    /// <summary>The address that answered in the end, after redirects; null for a local file.</summary>
    public Uri? Answered { get; init; }

    /// <summary>Whether a sandbox answered; it marks every answer with a header.</summary>
    public bool IsSandbox { get; init; }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
