using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace HangarBay.Bench;

/// <summary>
/// Adds up how long EF's commands take in this process, including the reading of their rows. Bulk writes, which do not go through EF,
/// are not included.
/// </summary>
internal sealed class DatabaseTime : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private long _ticks;

    public DatabaseTime() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public TimeSpan Total => new(Interlocked.Read(ref _ticks));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        var duration = value.Value switch
        {
            CommandExecutedEventData executed => executed.Duration,
            DataReaderDisposingEventData read => read.Duration,
            _ => TimeSpan.Zero,
        };
        Interlocked.Add(ref _ticks, duration.Ticks);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());
}
