namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>Files that only their owner may read and write. SQLite gives the files beside a database the permissions of the database.</summary>
internal static class PrivateFile
{
    /// <summary>Opens a file exclusively, and creates it if it does not exist.</summary>
    /// <exception cref="IOException">The file is open elsewhere, or cannot be opened for another reason.</exception>
    public static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
