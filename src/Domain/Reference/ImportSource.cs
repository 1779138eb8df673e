namespace HangarBay.Domain.Reference;

/// <summary>
/// Where an import came from, and the values that tell whether the source changed. <paramref name="Origin"/> is an address without
/// credentials, or a file's name. <paramref name="Build"/> is the static data's, null for anything else. <paramref name="Checksum"/> is of
/// the whole file, null where nothing needs it.
/// </summary>
public sealed record ImportSource(string Origin, long? Build, string? ETag, DateTimeOffset? LastModified, string? Checksum)
{
    public const int MaxOriginLength = 500;
    public const int MaxETagLength = 200;
}
