namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>Files that their owner alone may read and write. SQLite gives the files beside a database the permissions of the database.</summary>
internal static class PrivateFile
{
    /// <exception cref="IOException">Among others, where somebody else has it open.</exception>
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
