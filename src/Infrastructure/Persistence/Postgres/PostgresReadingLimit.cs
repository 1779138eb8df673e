using HangarBay.Application.Abstractions;
using Microsoft.EntityFrameworkCore;

namespace HangarBay.Infrastructure.Persistence.Postgres;

/// <summary>Has the scope's context ask over a limited connection, and gives it back its own before the pool gets the context.</summary>
internal sealed class PostgresReadingLimit(HangarBayDbContext context, ReadingConnections connections) : IReadingLimit, IDisposable
{
    public void Set(TimeSpan limit) => context.Database.SetDbConnection(connections.Create(limit), contextOwnsConnection: true);

    public void Dispose() => context.Database.SetDbConnection(null);
}
