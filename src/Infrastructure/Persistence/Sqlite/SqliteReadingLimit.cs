using HangarBay.Application.Abstractions;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Sets the limit on the scope's context, where <see cref="QueryInterrupts"/> finds it. Removes the limit before the context returns to its
/// pool.
/// </summary>
internal sealed class SqliteReadingLimit(SqliteHangarBayDbContext context) : IReadingLimit, IDisposable
{
    public void Set(TimeSpan limit) => context.ReadingLimit = limit;

    public void Dispose() => context.ReadingLimit = null;
}
