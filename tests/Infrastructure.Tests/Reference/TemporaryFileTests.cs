using HangarBay.Infrastructure.Reference;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class TemporaryFileTests
{
    [SkippableFact]
    public async Task Only_the_owner_can_read_a_temporary_file_and_closing_removes_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no such file permissions.");
        string path;
        await using (var file = TemporaryFile.Create(FileOptions.Asynchronous))
        {
            path = file.Name;
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, ModeOf(path));
        }

        Assert.False(File.Exists(path));
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? throw new PlatformNotSupportedException() : File.GetUnixFileMode(file);
}
