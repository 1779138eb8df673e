namespace HangarBay.Application.Abstractions;

/// <summary>Several readings of one instant.</summary>
public interface ISnapshots
{
    /// <summary>
    /// All that <paramref name="read"/> reads by this scope's repositories is as it was at one moment, even while others write. No writer
    /// waits for it.
    /// </summary>
    Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken);
}
