using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;

namespace HangarBay.WebApi.Problems;

/// <summary>Tells the log of a database that does not answer: once a minute for each kind of fault, however many requests meet it.</summary>
internal sealed class DatabaseTrouble(TimeProvider time, ILogger<DatabaseTrouble> logger)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    // When each kind was told last, by the clock's timestamps.
    private readonly ConcurrentDictionary<DatabaseFaultKind, long> _told = new();

    public void Tell(DatabaseFault fault, Exception exception)
    {
        var now = time.GetTimestamp();
        if (IsToldFirst(fault.Kind, now)) Log.DatabaseFailed(logger, exception, fault.Kind, fault.Message);
    }

    /// <summary>Of all who ask at once, one is told yes.</summary>
    private bool IsToldFirst(DatabaseFaultKind kind, long now)
    {
        if (!_told.TryGetValue(kind, out var before)) return _told.TryAdd(kind, now);
        return time.GetElapsedTime(before, now) >= Silence && _told.TryUpdate(kind, now, before);
    }
}
