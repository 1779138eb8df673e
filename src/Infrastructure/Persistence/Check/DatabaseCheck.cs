using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Persistence.Check;

internal sealed class DatabaseCheck(IServiceScopeFactory scopes, IEngine engine) : IDatabaseCheck
{
    public async Task<DatabaseVerdict> CheckAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<HangarBayDbContext>();
        // The check reads the whole database, which on a slow disk may take longer than the usual time-out.
        context.Database.SetCommandTimeout(TimeSpan.FromMinutes(5));
        await using var snapshot = await engine.BeginSnapshotAsync(context, cancellationToken);

        var violations = new List<Violation>();
        foreach (var (says, sql) in engine.OwnChecks)
            violations.AddRange(await CollectAsync(says, context.Database.SqlQueryRaw<string>(sql).AsAsyncEnumerable(), text => text, cancellationToken));
        foreach (var (says, offenders) in ContractInvariants.All)
            violations.AddRange(await CollectAsync(says, offenders(context).AsAsyncEnumerable(), id => $"contract {id}", cancellationToken));
        violations.AddRange(await CollectAsync(DerivedColumns.Says, DerivedColumns.FindWrongAsync(context, cancellationToken), id => $"contract {id}", cancellationToken));
        violations.AddRange(await new RegionInvariants(context).CheckAsync(cancellationToken));
        return new DatabaseVerdict(engine.OwnChecks.Count + ContractInvariants.All.Count + 1 + RegionInvariants.Count, violations);
    }

    private static async Task<IEnumerable<Violation>> CollectAsync<T>(
        string says, IAsyncEnumerable<T> found, Func<T, string> describe, CancellationToken cancellationToken)
    {
        var offenders = new Offenders(says);
        await foreach (var offender in found.WithCancellation(cancellationToken)) offenders.Add(describe(offender));
        return offenders.Conclude() is { } violation ? [violation] : [];
    }
}
