namespace HangarBay.Application.Abstractions;

/// <summary>Several readings of one instant.</summary>
public interface ISnapshots
{
    /// <summary>
    /// Whatever <paramref name="read"/> reads by this scope's repositories is as it was at one moment, whoever writes meanwhile; no writer
    /// waits for it.
    /// </summary>
    Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken);
}
