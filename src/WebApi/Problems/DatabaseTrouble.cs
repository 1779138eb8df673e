using System.Collections.Concurrent;
using HangarBay.Application.Abstractions;

namespace HangarBay.WebApi.Problems;

/// <summary>Logs that the database does not answer: once a minute for each kind of fault, however many requests meet it.</summary>
internal sealed class DatabaseTrouble(TimeProvider time, ILogger<DatabaseTrouble> logger)
{
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    // The clock's timestamp of each kind's last log line.
    private readonly ConcurrentDictionary<DatabaseFaultKind, long> _told = new();

    public void Tell(DatabaseFault fault, Exception exception)
    {
        var now = time.GetTimestamp();
        if (IsToldFirst(fault.Kind, now)) Log.DatabaseFailed(logger, exception, fault.Kind, fault.Message);
    }

    /// <summary>True for exactly one of several callers at the same moment.</summary>
    private bool IsToldFirst(DatabaseFaultKind kind, long now)
    {
        if (!_told.TryGetValue(kind, out var before)) return _told.TryAdd(kind, now);
        return time.GetElapsedTime(before, now) >= Silence && _told.TryUpdate(kind, now, before);
    }
}
