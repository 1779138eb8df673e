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
            // The connection is closed even if the database became unreachable and ending the snapshot failed: the context returns to its
            // pool.
            await context.Database.CloseConnectionAsync();
        }
    }
}
