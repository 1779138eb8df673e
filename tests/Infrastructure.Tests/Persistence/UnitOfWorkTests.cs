using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence;

public sealed class UnitOfWorkOnSqlite() : UnitOfWorkBehaviour(DatabaseProvider.Sqlite);

public sealed class UnitOfWorkOnPostgres() : UnitOfWorkBehaviour(DatabaseProvider.Postgres);

public abstract class UnitOfWorkBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly SweepSchedule Schedule = new(Issued, Issued.AddMinutes(30), Issued.AddMinutes(30));

    [SkippableFact]
    public async Task The_second_of_two_concurrent_changes_of_a_row_fails()
    {
        await GivenAsync(RegionCoverage.Of(TheForge));
        await using var one = Services.CreateAsyncScope();
        await using var other = Services.CreateAsyncScope();
        (await FindAsync(one)).Confirm(null, Schedule);
        (await FindAsync(other)).KeepOldState(SweepOutcome.Incomplete, "A page was missing.", Schedule);

        await SaveAsync(one);

        await Assert.ThrowsAsync<ConcurrentChangeException>(() => SaveAsync(other));
        Assert.Equal(SweepOutcome.Unchanged, (await CoverageAsync()).LastOutcome);
    }

    [SkippableFact]
    public async Task One_of_ten_concurrent_saves_succeeds()
    {
        await GivenAsync(RegionCoverage.Of(TheForge));
        var scopes = Enumerable.Range(0, 10).Select(_ => Services.CreateAsyncScope()).ToList();
        foreach (var scope in scopes) (await FindAsync(scope)).Confirm(null, Schedule);

        var saved = await Task.WhenAll(scopes.Select(scope => Task.Run(async () =>
        {
            try
            {
                await SaveAsync(scope);
                return true;
            }
            catch (ConcurrentChangeException)
            {
                return false;
            }
        })));

        Assert.Single(saved, success => success);
        Assert.Equal(1, (await CoverageAsync()).Version);
        foreach (var scope in scopes) await scope.DisposeAsync();
    }

    [SkippableFact]
    public async Task An_existing_key_throws_AlreadyExistsException()
    {
        await GivenAsync(RegionCoverage.Of(TheForge));

        await Assert.ThrowsAsync<AlreadyExistsException>(() => GivenAsync(RegionCoverage.Of(TheForge)));
    }

    [SkippableFact]
    public async Task A_failure_in_the_middle_of_saving_leaves_nothing()
    {
        await GivenAsync(RegionCoverage.Of(TheForge));

        await Assert.ThrowsAsync<AlreadyExistsException>(() => GivenAsync(
            RegionCoverage.Of(new RegionId(10000001)), RegionCoverage.Of(TheForge), RegionCoverage.Of(new RegionId(10000003))));

        Assert.Equal(1, await CountAsync<RegionCoverage>());
    }

    [SkippableFact]
    public async Task A_failure_in_the_middle_of_a_transaction_leaves_nothing_of_bulk_writes_either()
    {
        await InScopeAsync(services => Assert.ThrowsAsync<InvalidDataException>(() => InTransactionAsync(services, async () =>
        {
            await WriteBothWaysAsync(services);
            throw new InvalidDataException();
        })));

        Assert.Equal(0, await CountAsync<RegionCoverage>());
        Assert.Equal(0, await CountAsync<Contract>());
    }

    [SkippableFact]
    public async Task A_transaction_that_ends_well_keeps_both_kinds_of_writes()
    {
        await InScopeAsync(services => InTransactionAsync(services, () => WriteBothWaysAsync(services)));

        Assert.Equal(1, await CountAsync<RegionCoverage>());
        Assert.Equal(2, await CountAsync<Contract>());
    }

    [SkippableFact]
    public async Task Cancelling_a_transaction_leaves_nothing()
    {
        using var source = new CancellationTokenSource();
        await InScopeAsync(services => Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            services.GetRequiredService<IUnitOfWork>().InTransactionAsync(
                async cancellationToken =>
                {
                    await WriteBothWaysAsync(services);
                    await source.CancelAsync();
                    cancellationToken.ThrowIfCancellationRequested();
                    return 0;
                },
                source.Token)));

        Assert.Equal(0, await CountAsync<Contract>());
    }

    private static async Task WriteBothWaysAsync(IServiceProvider services)
    {
        services.GetRequiredService<IRepository<RegionCoverage>>().Add(RegionCoverage.Of(TheForge));
        await services.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);
        await services.GetRequiredService<IBulkWriter>().UpsertAsync([Exchange(1), Exchange(2)], CancellationToken.None);
    }

    private static Task<int> InTransactionAsync(IServiceProvider services, Func<Task> work) =>
        services.GetRequiredService<IUnitOfWork>().InTransactionAsync(
            async _ =>
            {
                await work();
                return 0;
            },
            CancellationToken.None);

    private static async Task<RegionCoverage> FindAsync(AsyncServiceScope scope) =>
        (await scope.ServiceProvider.GetRequiredService<IRepository<RegionCoverage>>().FindAsync(TheForge, CancellationToken.None))!;

    private static Task SaveAsync(AsyncServiceScope scope) =>
        scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveChangesAsync(CancellationToken.None);

    private Task<RegionCoverage> CoverageAsync() => InScopeAsync(async services =>
        (await services.GetRequiredService<IRepository<RegionCoverage>>().FindAsync(TheForge, CancellationToken.None))!);

    private Task<int> CountAsync<T>()
        where T : class =>
        InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Set<T>().CountAsync());
}
