using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HangarBay.TestSupport;

/// <summary>Every command that EF sends from this process to one PostgreSQL database while it listens, as it is sent.</summary>
public sealed class SentCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string? _database;
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<SentCommand> _sent = [];

    public SentCommands(TestDatabase database)
    {
        _database = new NpgsqlConnectionStringBuilder(database.Settings.ConnectionString).Database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was sent since the last call, in that order.</summary>
    public IReadOnlyList<SentCommand> Take()
    {
        var taken = new List<SentCommand>();
        while (_sent.TryDequeue(out var sent)) taken.Add(sent);
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command: NpgsqlCommand command }
            && command.Connection?.Database == _database)
            _sent.Enqueue(new SentCommand(command.CommandText, [.. command.Parameters.Select(parameter => parameter.Clone())]));
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
