using Ardalis.Specification;
using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class EfRepository<T>(HangarBayDbContext context) : IRepository<T>
    where T : class, IAggregateRoot
{
    public async Task<T?> FindAsync(object id, CancellationToken cancellationToken) =>
        await context.Set<T>().FindAsync([id], cancellationToken);

    public Task<T?> FirstOrDefaultAsync(Specification<T> specification, CancellationToken cancellationToken) =>
        context.Set<T>().Apply(specification).FirstOrDefaultAsync(cancellationToken);

    public async Task<IReadOnlyList<T>> ListAsync(Specification<T> specification, CancellationToken cancellationToken) =>
        await context.Set<T>().Apply(specification).ToListAsync(cancellationToken);

    public void Add(T entity) => context.Add(entity);

    public void Remove(T entity) => context.Remove(entity);
}
