using HangarBay.Application.Abstractions;

namespace HangarBay.Application.Market.Ports;

/// <summary>
/// Writes many rows without the change tracker, in the engine's fastest way. It writes inside
/// <see cref="IUnitOfWork.InTransactionAsync{T}"/> where one runs. Child rows are written separately.
/// </summary>
public interface IBulkWriter
{
    /// <summary>Inserts the rows, or overwrites those whose key is there already; returns how many rows were written.</summary>
    Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Inserts rows that are known to be new, which is cheaper; returns their number.</summary>
    /// <exception cref="AlreadyExistsException">One of them is there already; nothing is written.</exception>
    Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Writes only the named properties of rows that exist, so that no index over other properties is touched; returns how many rows were
    /// found.
    /// </summary>
    Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
        where T : class;
}
