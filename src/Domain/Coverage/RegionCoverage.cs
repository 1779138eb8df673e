using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Coverage;

/// <summary>
/// What a region's last sweep established. Its <see cref="Version"/> is the fence of M7: of two processes that sweep the
/// same region only one commits.
/// </summary>
public sealed class RegionCoverage : IAggregateRoot
{
    public const int MaxReasonLength = 500;

    /// <summary>No list lives longer than this, and no sweep is delayed longer. An instant beyond it was set by a wrong clock.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    // The clocks of two machines may differ by this much.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly List<RegionPage> _pages = [];

    private RegionCoverage()
    {
    }

    public RegionId Id { get; private set; }

    /// <summary><c>Last-Modified</c> of the last good sweep; null until there was one.</summary>
    public DateTimeOffset? AsOf { get; private set; }

    /// <summary>When the stored list expires; ESI is not asked before that. Null until a page answered.</summary>
    public DateTimeOffset? ExpiresAt { get; private set; }

    /// <summary>When the background worker sweeps next; null: at once.</summary>
    public DateTimeOffset? NextDueAt { get; private set; }

    public SweepOutcome? LastOutcome { get; private set; }

    /// <summary>Why the last attempt kept the old state, or closed nothing, as a sentence; null where it did neither.</summary>
    public string? LastReason { get; private set; }

    public DateTimeOffset? LastAttemptAt { get; private set; }

    public int FailuresInRow { get; private set; }

    /// <summary><c>Last-Modified</c> of the generation whose closings are held; null where none are.</summary>
    public DateTimeOffset? HeldGeneration { get; private set; }

    /// <summary>Contracts listed at the last good sweep.</summary>
    public int Listed { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<RegionPage> Pages => _pages;

    public static RegionCoverage Of(RegionId region) => new() { Id = region };

    /// <summary>A list is not asked for again before it expires (M4).</summary>
    public bool IsDue(DateTimeOffset now) => ExpiresAt is not { } expires || expires <= now || expires > now + LongestWait;

    /// <summary>Sets a stored generation that lies in the future to now. Otherwise it would keep out every later generation.</summary>
    public void CorrectFuture(DateTimeOffset now)
    {
        if (AsOf > now + Skew) AsOf = now;
        if (HeldGeneration > now + Skew) HeldGeneration = now;
    }

    /// <summary>Records a complete sweep with the pages of its list.</summary>
    /// <param name="generation">Of the list.</param>
    /// <param name="pages">All of them.</param>
    /// <param name="listed">How many contracts are open now.</param>
    /// <param name="schedule">When it is swept next.</param>
    /// <param name="reservation">What the sweep left undone, as a sentence; null: nothing.</param>
    public void Complete(
        DateTimeOffset generation, IReadOnlyCollection<RegionPage> pages, int listed, SweepSchedule schedule, string? reservation = null)
    {
        if (AsOf is { } asOf && generation < asOf) throw new DomainException("A sweep must not store an older list than the last good sweep.");

        AsOf = generation;
        Listed = listed;
        HeldGeneration = null;
        _pages.RemoveAll(page => pages.All(kept => kept.Number != page.Number));
        foreach (var page in pages)
        {
            var stored = _pages.Find(known => known.Number == page.Number);
            if (stored is null) _pages.Add(page);
            else if (!ReferenceEquals(stored, page)) stored.Become(page);
        }

        Conclude(SweepOutcome.Complete, reservation, schedule);
    }

    /// <summary>
    /// Records that every page answered 304. The stored list is still the region's list, as of <paramref name="generation"/> where the
    /// answers tell it.
    /// </summary>
    public void Confirm(DateTimeOffset? generation, SweepSchedule schedule)
    {
        if (generation > AsOf) AsOf = generation;
        HeldGeneration = null;
        Conclude(SweepOutcome.Unchanged, null, schedule);
    }

    /// <summary>Records a sweep that does not count. The old state stays, with the reason (M2).</summary>
    public void KeepOldState(SweepOutcome outcome, string reason, SweepSchedule schedule) => Conclude(outcome, reason, schedule);

    /// <summary>
    /// Records that the sweep would close suspiciously many contracts. The closings wait until a later generation confirms them (M2).
    /// </summary>
    public void Hold(DateTimeOffset generation, string reason, SweepSchedule schedule)
    {
        HeldGeneration = generation;
        Conclude(SweepOutcome.Held, reason, schedule);
    }

    /// <summary>
    /// Whether the closings must wait: they are more than 50 and more than a fifth of the region, and no earlier generation was held for
    /// them. A region without a good sweep has no old state to protect: its stored contracts come from a seed and are as old as the seed.
    /// </summary>
    public bool MustHold(int closing, int listedBefore, DateTimeOffset generation)
    {
        if (AsOf is null) return false;
        var suspicious = closing > 50 && closing * 5L > listedBefore;
        var confirmed = HeldGeneration is { } held && generation > held;
        return suspicious && !confirmed;
    }

    private void Conclude(SweepOutcome outcome, string? reason, SweepSchedule schedule)
    {
        LastOutcome = outcome;
        LastReason = reason is null ? null : PlainText.Clean(reason, MaxReasonLength);
        LastAttemptAt = schedule.Now;
        ExpiresAt = schedule.ExpiresAt ?? ExpiresAt;
        NextDueAt = schedule.NextDueAt;
        FailuresInRow = outcome is SweepOutcome.Complete or SweepOutcome.Unchanged ? 0 : FailuresInRow + 1;
        Version++;
    }
}
