using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence;

internal sealed class Snapshots(HangarBayDbContext context, IEngine engine) : ISnapshots
{
    public async Task<T> ReadAsync<T>(Func<CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await engine.BeginSnapshotAsync(context, cancellationToken);
            return await read(cancellationToken);
        }
        finally
        {
            // Also where the database went away and the end of the snapshot failed: the context goes back to its pool.
            await context.Database.CloseConnectionAsync();
        }
    }
}
