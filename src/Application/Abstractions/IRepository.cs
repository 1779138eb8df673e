using HangarBay.Domain;

namespace HangarBay.Application.Abstractions;

/// <summary>Aggregate roots to be changed. Nothing is written before <see cref="IUnitOfWork.SaveChangesAsync"/>.</summary>
public interface IRepository<T>
    where T : class, IAggregateRoot
{
    /// <summary>By primary key; null where there is none.</summary>
    Task<T?> FindAsync(object id, CancellationToken cancellationToken);

    Task<T?> FirstOrDefaultAsync(Specification<T> specification, CancellationToken cancellationToken);

    Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken cancellationToken);

    void Add(T entity);

    void Remove(T entity);
}
