namespace HangarBay.Infrastructure.Reference;

/// <summary>A temporary file that only this user can read. It is deleted when its last handle is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create(FileOptions options)
    {
        var file = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = options | FileOptions.DeleteOnClose,
            BufferSize = 32 * 1024,
        };
        if (!OperatingSystem.IsWindows()) file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Path.GetTempPath(), $"hangarbay-{Guid.NewGuid():N}"), file);
    }
}
