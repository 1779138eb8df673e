namespace HangarBay.Application.Abstractions;

/// <summary>The one place where a use case saves. A handler loads, calls one verb of the domain, and saves once, last. Changes of the market are saved by its writer.</summary>
public interface IUnitOfWork
{
    /// <summary>Writes all changes of the scope's repositories, or none.</summary>
    /// <exception cref="ConcurrentChangeException">Another writer changed or removed a row meanwhile.</exception>
    /// <exception cref="AlreadyExistsException">A row with the same key or unique value is there already.</exception>
    Task SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Runs several writes, bulk writes among them, as one: all are committed or none. It is tried once. The change tracker is cleared
    /// before it and after it.
    /// </summary>
    Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}
