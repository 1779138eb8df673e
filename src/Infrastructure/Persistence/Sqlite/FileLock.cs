using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>A lock on a file beside the database, which the kernel releases when its holder dies.</summary>
internal static class FileLock
{
    /// <summary>Takes the lock, which is held until the stream is disposed; null if another process or caller holds it.</summary>
    /// <exception cref="DatabaseFaultException">The file cannot be made or opened.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            // The file is never deleted: another process may just have opened it, and would then lock a file that no one else can find.
            return PrivateFile.Open(path);
        }
        catch (IOException exception) when (IsHeld(exception))
        {
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseFaultException(
                new(DatabaseFaultKind.ReadOnly, "The folder of the database file cannot be written to."), exception);
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.</summary>
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35 or unchecked((int)0x80070020);
}
