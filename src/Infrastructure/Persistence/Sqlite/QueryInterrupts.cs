using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HangarBay.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Interrupts limited queries. SQLite runs a query on the caller's thread and does not observe cancellation. So a timer watches a limited
/// query from its first step until its reader is closed, and interrupts it.
/// </summary>
internal sealed class QueryInterrupts : DbCommandInterceptor
{
    public static readonly QueryInterrupts Instance = new();

    private readonly ConditionalWeakTable<DbCommand, QueryWatch> _watches = [];

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Watch(command, eventData, CancellationToken.None);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Watch(command, eventData, cancellationToken);
        return ValueTask.FromResult(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Leave(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Leave(command);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(command);
        return Task.CompletedTask;
    }

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        Leave(command);
        return result;
    }

    private void Watch(DbCommand command, CommandEventData eventData, CancellationToken cancellationToken)
    {
        if (eventData.Context is not SqliteHangarBayDbContext { ReadingLimit: { } limit }) return;
        cancellationToken.ThrowIfCancellationRequested();
        if (((SqliteConnection)command.Connection!).Handle is { } handle) _watches.Add(command, new QueryWatch(handle, limit, cancellationToken));
    }

    private void Leave(DbCommand command)
    {
        if (!_watches.TryGetValue(command, out var watch)) return;
        _watches.Remove(command);
        watch.Dispose();
    }
}
