namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// ESI's fixed window of errors, from the headers of its answers. Answers may arrive in another order than they were sent. So the smallest
/// remainder of a window counts, and the remainder of an earlier window is ignored. Times are on the governor's own monotonic clock.
/// </summary>
internal sealed class ErrorWindow
{
    // ESI gives the reset in whole seconds, and answers take time to arrive. So the ends that answers of one window give differ by a few
    // seconds; the ends of two windows differ by a minute.
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    private int _remaining;

    public TimeSpan EndsAt { get; private set; }

    public int? RemainingAt(TimeSpan now) => now < EndsAt ? _remaining : null;

    public void Observe(int remaining, TimeSpan endsAt, TimeSpan now)
    {
        if (now >= EndsAt || endsAt > EndsAt + Tolerance)
        {
            (_remaining, EndsAt) = (remaining, endsAt);
        }
        else if (endsAt >= EndsAt - Tolerance)
        {
            _remaining = Math.Min(_remaining, remaining);
            if (endsAt > EndsAt) EndsAt = endsAt;
        }
    }
}
