using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>Writes the limit on the scope's context, where <see cref="QueryInterrupts"/> find it, and wipes it off before the pool gets the context back.</summary>
internal sealed class SqliteReadingLimit(SqliteHangarBayDbContext context) : IReadingLimit, IDisposable
{
    public void Set(TimeSpan limit) => context.ReadingLimit = limit;

    public void Dispose() => context.ReadingLimit = null;
}
