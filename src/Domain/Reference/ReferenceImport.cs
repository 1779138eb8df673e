namespace HangarBay.Domain.Reference;

/// <summary>The last import of a kind. With it one request tells whether the source changed.</summary>
public sealed class ReferenceImport : IAggregateRoot
{
    private ReferenceImport() => Origin = "";

    public ImportKind Kind { get; private set; }

    public string Origin { get; private set; }

    public long? Build { get; private set; }

    public string? ETag { get; private set; }

    public DateTimeOffset? LastModified { get; private set; }

    public string? Checksum { get; private set; }

    /// <summary>Null while the import runs, and where it was interrupted.</summary>
    public DateTimeOffset? ImportedAt { get; private set; }

    /// <summary>Rows that were read, whether or not they differed from what was known.</summary>
    public int Rows { get; private set; }

    /// <summary>Rows that could not be kept (M9).</summary>
    public int SetAside { get; private set; }

    public ImportSource Source => new(Origin, Build, ETag, LastModified, Checksum);

    /// <summary>An import that has begun. It is recorded at the start so that it can be finished after a crash.</summary>
    public static ReferenceImport Begin(ImportKind kind, string origin) => new() { Kind = kind, Origin = Cut(origin) };

    public void Complete(ImportSource source, int rows, int setAside, DateTimeOffset at)
    {
        Origin = Cut(source.Origin);
        Build = source.Build;
        // A shortened tag would never match again, so a tag that is too long is not stored.
        ETag = source.ETag?.Length <= ImportSource.MaxETagLength ? source.ETag : null;
        LastModified = source.LastModified;
        Checksum = source.Checksum;
        Rows = rows;
        SetAside = setAside;
        ImportedAt = at;
    }

    /// <exception cref="ConflictException">A newer build is there already.</exception>
    public void RefuseOlder(long build)
    {
        if (ImportedAt is not null && build < Build)
            throw new ConflictException($"Build {build} is older than build {Build}, which is imported already.");
    }

    private static string Cut(string origin) => PlainText.Clean(origin, ImportSource.MaxOriginLength);
}
