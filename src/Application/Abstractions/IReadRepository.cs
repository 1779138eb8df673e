using System.Linq.Expressions;
using HangarBay.Domain;

namespace HangarBay.Application.Abstractions;

/// <summary>Runs specifications without tracking: the results are for display, never for saving.</summary>
public interface IReadRepository<T>
    where T : class, IAggregateRoot
{
    Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken cancellationToken);

    Task<IReadOnlyList<TResult>> ListAsync<TResult>(Specification<T, TResult> specification, CancellationToken cancellationToken);

    /// <summary>Reads the same rows one by one, where they are too many to hold at once.</summary>
    IAsyncEnumerable<T> StreamAsync(Specification<T> specification, CancellationToken cancellationToken);

    /// <inheritdoc cref="StreamAsync(Specification{T}, CancellationToken)"/>
    IAsyncEnumerable<TResult> StreamAsync<TResult>(Specification<T, TResult> specification, CancellationToken cancellationToken);

    Task<TResult?> FirstOrDefaultAsync<TResult>(Specification<T, TResult> specification, CancellationToken cancellationToken);

    /// <summary>Counts the rows that meet the specification's conditions; its paging is ignored.</summary>
    Task<int> CountAsync(Specification<T> specification, CancellationToken cancellationToken);

    /// <summary>Counts the same rows by key, in one query; a key without rows is absent.</summary>
    Task<IReadOnlyDictionary<TKey, int>> CountByAsync<TKey>(
        Specification<T> specification, Expression<Func<T, TKey>> key, CancellationToken cancellationToken)
        where TKey : notnull;
}
