using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>A lock on a file beside the database, which the kernel releases when its holder dies.</summary>
internal static class FileLock
{
    /// <summary>Null where somebody holds it; held until disposed.</summary>
    /// <exception cref="DatabaseFaultException">The file cannot be made or opened.</exception>
    public static FileStream? TryTake(string path)
    {
        try
        {
            // Never deleted: whoever waits for it has it open, and would then hold a lock on a file that nobody else sees.
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
