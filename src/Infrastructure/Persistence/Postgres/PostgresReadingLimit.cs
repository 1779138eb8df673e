using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Makes the scope's context use a limited connection. Removes that connection before the context returns to its pool.</summary>
internal sealed class PostgresReadingLimit(HangarBayDbContext context, ReadingConnections connections) : IReadingLimit, IDisposable
{
    public void Set(TimeSpan limit) => context.Database.SetDbConnection(connections.Create(limit), contextOwnsConnection: true);

    public void Dispose() => context.Database.SetDbConnection(null);
}
