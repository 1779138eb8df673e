using HangarBay.Application.Abstractions;
using HangarBay.Domain;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace HangarBay.TestSupport;

/// <summary>
/// The base of tests that run on both engines. An abstract class of facts derives from this, and two classes of three lines bind it to
/// SQLite and to PostgreSQL. Every fact has a database of its own and is a <c>[SkippableFact]</c>.
/// </summary>
public abstract class DatabaseBehaviour(DatabaseProvider provider, bool migrated = true) : IAsyncLifetime
{
    private ServiceProvider? _writer;

    /// <summary>The database of this fact.</summary>
    protected TestDatabase Database { get; private set; } = null!;

    /// <summary>The database tier on this database.</summary>
    protected ServiceProvider Services { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync(provider, migrated);
        Services = Database.CreateServices(Configure);
    }

    public async Task DisposeAsync()
    {
        if (_writer is not null) await _writer.DisposeAsync();
        if (Services is not null) await Services.DisposeAsync();
        if (Database is not null) await Database.DisposeAsync();
    }

    /// <summary>Adds further services, for tests that need them.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    /// <summary>Runs work in a scope of its own, as a request would.</summary>
    protected async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    /// <inheritdoc cref="InScopeAsync{T}"/>
    protected async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    /// <summary>
    /// Stores what readers see through the market's writer, and anything else through its repository and the unit of work.
    /// </summary>
    protected Task GivenAsync<T>(params T[] aggregates)
        where T : class, IAggregateRoot => InScopeAsync(async services =>
    {
        if (typeof(T).IsAssignableTo(typeof(IFollowed)))
        {
            await (_writer ??= Database.StartWriter()).StoreAsync(aggregates, changedAt: services.GetRequiredService<TimeProvider>().GetUtcNow());
            return;
        }

        var repository = services.GetRequiredService<IRepository<T>>();
        foreach (var aggregate in aggregates) repository.Add(aggregate);
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
    });
}
