using HangarBay.Domain.Universe;

namespace HangarBay.Domain.Market;

/// <summary>Unexpected data that ESI sent, set aside with a reason (M9). A repetition only raises the count.</summary>
public sealed class QuarantineEntry : IAggregateRoot
{
    public const int MaxSubjectLength = 100;
    public const int MaxReasonLength = 200;

    private QuarantineEntry()
    {
        Subject = "";
        Reason = "";
    }

    public QuarantineEntry(string subject, string reason, RegionId? regionId, DateTimeOffset seenAt)
    {
        Subject = PlainText.Clean(subject, MaxSubjectLength);
        Reason = PlainText.Clean(reason, MaxReasonLength);
        RegionId = regionId;
        FirstSeenAt = seenAt;
        LastSeenAt = seenAt;
        Times = 1;
    }

    /// <summary>What it is about, such as <c>contract 123</c> or <c>type 587</c>.</summary>
    public string Subject { get; private set; }

    public string Reason { get; private set; }

    public RegionId? RegionId { get; private set; }

    public DateTimeOffset FirstSeenAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public int Times { get; private set; }

    public void Recur(DateTimeOffset seenAt)
    {
        LastSeenAt = seenAt;
        Times++;
    }
}
