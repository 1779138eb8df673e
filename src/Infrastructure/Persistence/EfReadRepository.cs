using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Ardalis.Specification;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class EfReadRepository<T>(HangarBayDbContext context) : IReadRepository<T>
    where T : class, IAggregateRoot
{
    private IQueryable<T> Rows => context.Set<T>().AsNoTracking();

    public async Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken cancellationToken) =>
        await Rows.Apply(specification).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<TResult>> ListAsync<TResult>(
        Specification<T, TResult> specification, CancellationToken cancellationToken) =>
        await Rows.Apply(specification).ToListAsync(cancellationToken);

    public IAsyncEnumerable<T> StreamAsync(Specification<T> specification, CancellationToken cancellationToken) =>
        RowByRow(Rows.Apply(specification), cancellationToken);

    public IAsyncEnumerable<TResult> StreamAsync<TResult>(Specification<T, TResult> specification, CancellationToken cancellationToken) =>
        RowByRow(Rows.Apply(specification), cancellationToken);

    public Task<TResult?> FirstOrDefaultAsync<TResult>(
        Specification<T, TResult> specification, CancellationToken cancellationToken) =>
        Rows.Apply(specification).FirstOrDefaultAsync(cancellationToken);

    public Task<int> CountAsync(Specification<T> specification, CancellationToken cancellationToken) =>
        Rows.Matching(specification).CountAsync(cancellationToken);

    public Task<IReadOnlyDictionary<TKey, int>> CountByAsync<TKey>(
        Specification<T> specification, Expression<Func<T, TKey>> key, CancellationToken cancellationToken)
        where TKey : notnull => CountAsync(Rows.Matching(specification), key, cancellationToken);

    private static async IAsyncEnumerable<TRow> RowByRow<TRow>(IQueryable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellationToken)) yield return row;
    }

    private static async Task<IReadOnlyDictionary<TKey, int>> CountAsync<TRow, TKey>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, CancellationToken cancellationToken)
        where TKey : notnull =>
        await rows
            .GroupBy(key)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
}
