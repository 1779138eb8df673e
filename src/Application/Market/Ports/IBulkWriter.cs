using HangarBay.Application.Abstractions;

namespace HangarBay.Application.Market.Ports;

/// <summary>
/// Writes many rows past the change tracker, by the engine's fastest way, inside
/// <see cref="IUnitOfWork.InTransactionAsync{T}"/> when there is one. Children are rows of their own.
/// </summary>
public interface IBulkWriter
{
    /// <summary>Inserts the rows, or overwrites those whose key is there already; returns how many rows were written.</summary>
    Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Inserts rows that are known to be new, which is cheaper; returns how many they were.</summary>
    /// <exception cref="AlreadyExistsException">One of them is there already; nothing is written.</exception>
    Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class;

    /// <summary>
    /// Writes only the named properties of rows that are there, which leaves every index over the others alone; returns how
    /// many were found.
    /// </summary>
    Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
        where T : class;
}
