using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class EfUnitOfWork(HangarBayDbContext context, IEngine engine) : IUnitOfWork
{
    public async Task SaveChangesAsync(CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException exception)
        {
            throw new ConcurrentChangeException(exception);
        }
        catch (DbUpdateException exception) when (exception.InnerException is { } inner && engine.IsDuplicateKey(inner))
        {
            throw new AlreadyExistsException(exception);
        }
    }

    public async Task<T> InTransactionAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var result = await work(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return result;
        }
        finally
        {
            context.ChangeTracker.Clear();
        }
    }
}
