using System.Collections.Concurrent;
using HangarBay.Application.Market.Ports;

namespace HangarBay.Infrastructure.Tests.Sync.Given;

/// <summary>How many rows of each kind were passed to the database, changed or not.</summary>
internal sealed class WrittenRows
{
    private readonly ConcurrentDictionary<Type, int> _counts = [];

    public int Of<T>() => _counts.GetValueOrDefault(typeof(T));

    public void Clear() => _counts.Clear();

    public void Add(Type type, int count) => _counts.AddOrUpdate(type, count, (_, before) => before + count);
}

internal sealed class CountingBulkWriter(IBulkWriter inner, WrittenRows written) : IBulkWriter
{
    public Task<int> UpsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        written.Add(typeof(T), rows.Count);
        return inner.UpsertAsync(rows, cancellationToken);
    }

    public Task<int> InsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        written.Add(typeof(T), rows.Count);
        return inner.InsertAsync(rows, cancellationToken);
    }

    public Task<int> UpdateAsync<T>(IReadOnlyCollection<T> rows, IReadOnlyCollection<string> properties, CancellationToken cancellationToken)
        where T : class
    {
        written.Add(typeof(T), rows.Count);
        return inner.UpdateAsync(rows, properties, cancellationToken);
    }
}
