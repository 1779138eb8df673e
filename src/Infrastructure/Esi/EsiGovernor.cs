using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// Controls every call to ESI; one instance serves the whole process (M6). It limits concurrency and calls a second. It observes the error
/// window, the token buckets by their headers, and the pauses that 420 and 429 demand. A call that must wait waits here and can be
/// cancelled. Times are on the monotonic clock, so setting the wall clock moves no pause.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore never hands out a wait handle, and calls may end after the host has stopped.")]
public sealed class EsiGovernor
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly EsiOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<EsiGovernor> _logger;
    private readonly EsiMetrics _metrics;
    private readonly SemaphoreSlim _slots;
    private readonly long _origin;
    private readonly Queue<TimeSpan> _starts = new();
    private readonly ErrorWindow _errors = new();
    private readonly Dictionary<string, string> _groups = [];
    private readonly Dictionary<string, TimeSpan> _groupPauses = [];
    private TimeSpan _pausedUntil;
    private int _inFlight;

    internal EsiGovernor(IOptions<EsiOptions> options, TimeProvider time, ILogger<EsiGovernor> logger, EsiMetrics metrics)
    {
        _options = options.Value;
        _time = time;
        _logger = logger;
        _metrics = metrics;
        _slots = new SemaphoreSlim(_options.MaxConcurrency);
        _origin = time.GetTimestamp();
    }

    public EsiGovernorState State
    {
        get
        {
            lock (_gate)
            {
                var now = Now;
                return new EsiGovernorState(
                    Instant(ClosedUntil(EsiPriority.Discovery, now), now),
                    Instant(ClosedUntil(EsiPriority.Reading, now), now),
                    _groupPauses.Where(pause => pause.Value > now).ToDictionary(pause => pause.Key, pause => Instant(pause.Value, now)!.Value),
                    _errors.RemainingAt(now),
                    _inFlight);
            }
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Waits until a call may start. The call counts as in flight until the returned pass is disposed.</summary>
    internal async Task<IDisposable> EnterAsync(string route, EsiPriority priority, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _slots.WaitAsync(cancellationToken);
            TimeSpan wait;
            lock (_gate)
            {
                wait = WaitBefore(route, priority);
                if (wait <= TimeSpan.Zero)
                {
                    _starts.Enqueue(Now);
                    _inFlight++;
                    return new Pass(this);
                }
            }

            // The slot is released during the wait, as a paused reading call would keep discovery calls out.
            _slots.Release();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), _time, cancellationToken);
        }
    }

    /// <summary>Updates the limits from an answer's status and headers.</summary>
    internal void Observe(string route, HttpResponseMessage response)
    {
        var headers = new LimiterHeaders(response);
        lock (_gate)
        {
            var now = Now;
            if (headers.ErrorsRemaining is { } remaining) ObserveErrors(remaining, headers.ErrorsReset, now);
            if (headers.Group is { } group) ObserveGroup(route, group, headers, now);

            if ((int)response.StatusCode == 420)
            {
                PauseAll(headers.ErrorsReset + Second, "420", now);
            }
            else if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                var pause = headers.RetryAfter(_time.GetUtcNow());
                if (headers.Group is { } limited) PauseGroup(limited, pause, "429", now);
                else PauseAll(pause, "429", now);
            }
        }
    }

    private TimeSpan WaitBefore(string route, EsiPriority priority)
    {
        var now = Now;
        while (_starts.TryPeek(out var oldest) && oldest + Second <= now) _starts.Dequeue();

        var until = ClosedUntil(priority, now);
        if (_groups.TryGetValue(route, out var group) && _groupPauses.TryGetValue(group, out var pause) && pause > until) until = pause;
        if (_starts.Count >= _options.MaxRequestsPerSecond && _starts.Peek() + Second > until) until = _starts.Peek() + Second;
        return until - now;
    }

    private TimeSpan ClosedUntil(EsiPriority priority, TimeSpan now)
    {
        var floor = priority == EsiPriority.Discovery ? _options.DiscoveryErrorFloor : _options.ReadingErrorFloor;
        return _errors.RemainingAt(now) <= floor && _errors.EndsAt > _pausedUntil ? _errors.EndsAt : _pausedUntil;
    }

    private void ObserveErrors(int remaining, TimeSpan reset, TimeSpan now)
    {
        var before = _errors.RemainingAt(now);
        _errors.Observe(remaining, now + reset, now);
        var after = _errors.RemainingAt(now);
        if (after <= _options.ReadingErrorFloor && !(before <= _options.ReadingErrorFloor))
        {
            Log.ErrorBudgetLow(_logger, after.Value, Instant(_errors.EndsAt, now));
        }
    }

    private void ObserveGroup(string route, string group, LimiterHeaders headers, TimeSpan now)
    {
        _groups[route] = group;
        if (headers.TokensRemaining is not { } remaining || headers.Bucket is not { } bucket) return;

        // Tokens come back one window after they were spent, and no header says when. If a tenth or less is left, the pause is the time in
        // which a tenth comes back on average.
        if (remaining <= bucket.Tokens / 10) PauseGroup(group, bucket.Window / 10, "few tokens left", now);
    }

    private void PauseAll(TimeSpan pause, string why, TimeSpan now)
    {
        if (Extend(ref _pausedUntil, pause, now)) Report("all", why, _pausedUntil, now);
    }

    private void PauseGroup(string group, TimeSpan pause, string why, TimeSpan now)
    {
        var until = _groupPauses.GetValueOrDefault(group);
        var isNews = Extend(ref until, pause, now);
        _groupPauses[group] = until;
        if (isNews) Report(group, why, until, now);
    }

    // True if no pause was running. Answers to calls that were in flight together repeat the same pause.
    private static bool Extend(ref TimeSpan until, TimeSpan pause, TimeSpan now)
    {
        var isNews = until <= now;
        if (now + pause > until) until = now + pause;
        return isNews;
    }

    private void Report(string scope, string why, TimeSpan until, TimeSpan now)
    {
        _metrics.Paused(scope);
        Log.Paused(_logger, scope, why, Instant(until, now));
    }

    private DateTimeOffset? Instant(TimeSpan until, TimeSpan now) => until > now ? _time.GetUtcNow() + (until - now) : null;

    private void Leave()
    {
        lock (_gate) _inFlight--;
        _slots.Release();
    }

    private sealed class Pass(EsiGovernor governor) : IDisposable
    {
        private EsiGovernor? _governor = governor;

        public void Dispose() => Interlocked.Exchange(ref _governor, null)?.Leave();
    }
}
