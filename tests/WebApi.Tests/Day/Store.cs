using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Persistence.Check;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.WebApi.Tests.Day;

/// <summary>The rows that the application has stored, read directly from the database.</summary>
internal sealed class Store(TestDatabase database) : IAsyncDisposable
{
    private readonly ServiceProvider _services = database.CreateServices();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public Task<List<RegionCoverage>> CoveragesAsync() => QueryAsync(context => context.Set<RegionCoverage>().AsNoTracking().ToListAsync());

    public Task<List<QuarantineEntry>> QuarantineAsync() => QueryAsync(context => context.Set<QuarantineEntry>().AsNoTracking().ToListAsync());

    /// <summary>All contracts with their lines and bids.</summary>
    public Task<List<Contract>> ContractsAsync() => QueryAsync(context => context.Set<Contract>().AsNoTracking().AsSplitQuery()
        .Include(contract => contract.Lines).Include(contract => contract.Bids).OrderBy(contract => contract.Id).ToListAsync());

    /// <summary>Whether no work is left that could be done now.</summary>
    public async Task<bool> IsAtRestAsync(int regions, DateTimeOffset now)
    {
        var coverages = await CoveragesAsync();
        return coverages.Count == regions
            && coverages.TrueForAll(region => region.NextDueAt > now && region.LastOutcome is SweepOutcome.Complete or SweepOutcome.Unchanged)
            && !await QueryAsync(context => context.Set<Contract>().AnyAsync(contract => contract.ClosedAt == null && contract.DateExpired > now
                && ((contract.LinesState == LinesState.Pending && (contract.LinesNextAttemptAt == null || contract.LinesNextAttemptAt <= now))
                    || (contract.Type == ContractType.Auction && (contract.BidsNextAttemptAt == null || contract.BidsNextAttemptAt <= now)))));
    }

    /// <summary>The longest time until lines that could not be read are asked for again.</summary>
    public async Task<TimeSpan> LongestWaitAsync(DateTimeOffset now)
    {
        var last = await QueryAsync(context => context.Set<Contract>()
            .Where(contract => contract.ClosedAt == null && contract.LinesState == LinesState.Pending)
            .MaxAsync(contract => contract.LinesNextAttemptAt));
        return last is { } at && at > now ? at - now : TimeSpan.Zero;
    }

    public Task<DatabaseVerdict> CheckAsync() => _services.GetRequiredService<IDatabaseCheck>().CheckAsync(CancellationToken.None);

    private async Task<T> QueryAsync<T>(Func<HangarBayDbContext, Task<T>> query)
    {
        await using var scope = _services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<HangarBayDbContext>());
    }
}
