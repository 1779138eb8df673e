using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using HangarBay.Infrastructure.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>
/// Records every command that EF sends from this process to one database. A context checks only once a second for listeners. So the first
/// commands of a context that was used just before may be missed.
/// </summary>
public sealed class SentCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Func<DbConnection, bool> _isOurs;
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<SentCommand> _sent = [];

    public SentCommands(TestDatabase database)
    {
        var text = database.Settings.ConnectionString;
        if (database.Settings.Provider == DatabaseProvider.Postgres)
        {
            var name = new NpgsqlConnectionStringBuilder(text).Database;
            _isOurs = connection => connection.Database == name;
        }
        else
        {
            var file = new SqliteConnectionStringBuilder(text).DataSource;
            _isOurs = connection => connection.DataSource == file;
        }

        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>The commands since the last call, in that order.</summary>
    public IReadOnlyList<SentCommand> Take()
    {
        var taken = new List<SentCommand>();
        while (_sent.TryDequeue(out var sent)) taken.Add(sent);
        return taken;
    }

    /// <summary>Repeats a query until its commands are recorded, and then drops them.</summary>
    public async Task UntilHeardAsync(Func<Task> ask)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            Take();
            await ask();
            if (Take().Count > 0) return;
            await Task.Delay(50);
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command: { Connection: { } connection } command }
            && _isOurs(connection))
            _sent.Enqueue(new SentCommand(command.CommandText, [.. command.Parameters.OfType<NpgsqlParameter>().Select(parameter => parameter.Clone())]));
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions) subscription.Dispose();
    }
}
