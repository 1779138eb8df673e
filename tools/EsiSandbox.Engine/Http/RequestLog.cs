using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace HangarBay.EsiSandbox.Engine.Http;

/// <summary>The requests to a sandbox: counters since the start or the last clearing, and the latest requests.</summary>
public sealed class RequestLog
{
    private readonly int _remembered;
    private readonly ConcurrentDictionary<(string Route, int Status), StrongBox<long>> _counts = new();
    private readonly Queue<SeenRequest> _recent;
    private readonly Lock _lock = new();
    private int _inFlight;
    private int _most;

    internal RequestLog(int remembered)
    {
        _remembered = remembered;
        _recent = new(Math.Min(remembered, 10_000) + 1);
    }

    /// <summary>The number of answers by route and status until now.</summary>
    public IReadOnlyDictionary<(string Route, int Status), long> Counts => _counts.ToDictionary(c => c.Key, c => Volatile.Read(ref c.Value.Value));

    /// <summary>How many requests are being answered now.</summary>
    public int InFlight => Volatile.Read(ref _inFlight);

    /// <summary>The most requests that were being answered at one time.</summary>
    public int MostInFlight => Volatile.Read(ref _most);

    /// <summary>The latest requests, in the order of their answers.</summary>
    public IReadOnlyList<SeenRequest> Recent
    {
        get
        {
            lock (_lock)
                return [.. _recent];
        }
    }

    public void Clear()
    {
        _counts.Clear();
        Volatile.Write(ref _most, InFlight);
        lock (_lock)
            _recent.Clear();
    }

    internal void Enter()
    {
        var now = Interlocked.Increment(ref _inFlight);
        int most;
        while (now > (most = Volatile.Read(ref _most)) && Interlocked.CompareExchange(ref _most, now, most) != most) { }
    }

    internal void Leave(SeenRequest request)
    {
        Interlocked.Decrement(ref _inFlight);
        Interlocked.Increment(ref _counts.GetOrAdd((request.Route, request.Status), static _ => new()).Value);
        lock (_lock)
        {
            _recent.Enqueue(request);
            while (_recent.Count > _remembered)
                _recent.Dequeue();
        }
    }
}
