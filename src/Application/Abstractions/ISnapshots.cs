namespace HangarBay.Application.Abstractions;

/// <summary>Several reads of one state of the database.</summary>
public interface ISnapshots
{
    /// <summary>
    /// Everything that <paramref name="read"/> reads through this scope's repositories shows one moment, even while others write. No writer
    /// waits for it.
    /// </summary>
    Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken);
}
