using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace HangarBay.Bench.Reading;

/// <summary>Every command that EF sends to PostgreSQL from this process while it listens, as it is sent.</summary>
internal sealed class SentCommands : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];
    private readonly ConcurrentQueue<SentCommand> _sent = [];

    public SentCommands() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What was sent since the last call, in that order.</summary>
    public IReadOnlyList<SentCommand> Take()
    {
        var taken = new List<SentCommand>();
        while (_sent.TryDequeue(out var sent)) taken.Add(sent);
        return taken;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.CommandExecuting.Name && value.Value is CommandEventData { Command: NpgsqlCommand command })
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

/// <summary>A statement and its parameters, which are this record's own.</summary>
internal sealed record SentCommand(string Text, IReadOnlyList<NpgsqlParameter> Parameters)
{
    /// <summary>Runs it, and tells how the server did.</summary>
    public async Task<string> ExplainAsync(NpgsqlDataSource source)
    {
        await using var explain = source.CreateCommand($"EXPLAIN (ANALYZE, BUFFERS) {Text}");
        foreach (var parameter in Parameters) explain.Parameters.Add(parameter.Clone());
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
