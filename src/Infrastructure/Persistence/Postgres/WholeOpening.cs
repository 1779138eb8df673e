using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>
/// Lets no caller cancel the opening of a connection. Sessions for reading are prepared when they open. After cancelled openings Npgsql was seen to
/// count a session as used for ever (<c>SessionTests</c>), and enough of those would empty the pool. The connection's own time-out bounds
/// the wait.
/// </summary>
internal sealed class WholeOpening : DbConnectionInterceptor
{
    public override async ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await connection.OpenAsync(CancellationToken.None);
        return InterceptionResult.Suppress();
    }
}
