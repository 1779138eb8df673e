using HangarBay.Domain.Market;

namespace HangarBay.Domain.Tests.Market;

public sealed class QuarantineEntryTests
{
    [Fact]
    public void A_new_entry_was_seen_once()
    {
        var entry = new QuarantineEntry("contract 123", "The volume is negative.", TheForge, Noon);

        Assert.Equal((1, Noon, Noon), (entry.Times, entry.FirstSeenAt, entry.LastSeenAt));
        Assert.Equal(("contract 123", "The volume is negative.", TheForge), (entry.Subject, entry.Reason, entry.RegionId));
    }

    [Fact]
    public void Seen_again_it_is_counted()
    {
        var entry = new QuarantineEntry("contract 123", "The volume is negative.", TheForge, Noon);

        entry.Recur(Noon.AddHours(1));

        Assert.Equal((2, Noon, Noon.AddHours(1)), (entry.Times, entry.FirstSeenAt, entry.LastSeenAt));
    }

    [Fact]
    public void Texts_of_the_longest_length_are_kept_whole()
    {
        var (subject, reason) = (new string('s', QuarantineEntry.MaxSubjectLength), new string('r', QuarantineEntry.MaxReasonLength));

        var entry = new QuarantineEntry(subject, reason, null, Noon);

        Assert.Equal((subject, reason), (entry.Subject, entry.Reason));
    }

    [Fact]
    public void Longer_texts_are_cut()
    {
        var entry = new QuarantineEntry(new string('s', 1000), new string('r', 1000), null, Noon);

        Assert.Equal((QuarantineEntry.MaxSubjectLength, QuarantineEntry.MaxReasonLength), (entry.Subject.Length, entry.Reason.Length));
    }

    [Fact]
    public void The_cut_never_halves_a_character()
    {
        var entry = new QuarantineEntry("contract 1", new string('r', QuarantineEntry.MaxReasonLength - 1) + "\U0001F680", null, Noon);

        Assert.Equal(new string('r', QuarantineEntry.MaxReasonLength - 1), entry.Reason);
    }
}
