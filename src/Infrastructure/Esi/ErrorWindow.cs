namespace HangarBay.Infrastructure.Esi;

/// <summary>
/// ESI's fixed window of errors, as its answers tell it. Answers overtake one another, so the smallest remainder of a
/// window counts, and what is left of an earlier window is ignored. Times run on the governor's own, monotonic clock.
/// </summary>
internal sealed class ErrorWindow
{
    // Resets come in whole seconds and travel: answers of one window differ by a little, windows by a minute.
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
