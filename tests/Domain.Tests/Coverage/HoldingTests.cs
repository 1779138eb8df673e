using HangarBay.Domain.Coverage;

namespace HangarBay.Domain.Tests.Coverage;

/// <summary>M2: a sweep that would close suspiciously many contracts waits until the next generation confirms it.</summary>
public sealed class HoldingTests
{
    [Theory]
    [InlineData(50, 50, false)]
    [InlineData(51, 51, true)]
    [InlineData(51, 254, true)]
    [InlineData(51, 255, false)]
    [InlineData(51, 256, false)]
    [InlineData(200, 1000, false)]
    [InlineData(201, 1000, true)]
    [InlineData(0, 0, false)]
    [InlineData(500_000_000, 2_000_000_000, true)]
    [InlineData(400_000_000, 2_000_000_000, false)]
    public void More_than_fifty_and_more_than_a_fifth_is_held(int closing, int listed, bool held) =>
        Assert.Equal(held, ARegionSweptAt(Noon).MustHold(closing, listed, Noon.AddHours(1)));

    [Fact]
    public void Both_limits_must_be_exceeded() =>
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 1000]).Sample((closing, listed) =>
            ARegionSweptAt(Noon).MustHold(closing, listed, Noon.AddHours(1)) == (closing > 50 && closing / (decimal)Math.Max(listed, 1) > 0.2m));

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Only_a_later_generation_confirms_what_was_held(int seconds, bool heldAgain)
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.Hold(Noon.AddHours(1), "Too much at once.", ASchedule());

        Assert.Equal(heldAgain, coverage.MustHold(closing: 600, listedBefore: 1000, Noon.AddHours(1).AddSeconds(seconds)));
    }

    [Fact]
    public void A_region_without_a_good_sweep_holds_nothing() =>
        Assert.False(RegionCoverage.Of(new Domain.Universe.RegionId(10000002)).MustHold(closing: 600, listedBefore: 1000, Noon));

    [Fact]
    public void A_held_sweep_keeps_the_old_state()
    {
        var coverage = ARegionSweptAt(Noon, APage(1));

        coverage.Hold(Noon.AddHours(1), "Too much at once.", ASchedule());

        Assert.Equal((Noon, 1000, 1), (coverage.AsOf, coverage.Listed, coverage.Pages.Count));
        Assert.Equal((SweepOutcome.Held, "Too much at once."), (coverage.LastOutcome, coverage.LastReason));
        Assert.Equal(Noon.AddHours(1), coverage.HeldGeneration);
    }

    [Fact]
    public void A_torn_sweep_in_between_does_not_lift_the_hold()
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.Hold(Noon.AddHours(1), "Too much at once.", ASchedule());

        coverage.KeepOldState(SweepOutcome.Incomplete, "Torn.", ASchedule());

        Assert.False(coverage.MustHold(600, 1000, Noon.AddHours(2)));
    }

    [Fact]
    public void Once_a_sweep_is_complete_the_next_suspicious_one_is_held_again()
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.Hold(Noon.AddHours(1), "Too much at once.", ASchedule());

        coverage.Complete(Noon.AddHours(2), [], 400, ASchedule());

        Assert.True(coverage.MustHold(300, 400, Noon.AddHours(3)));
    }

    [Fact]
    public void Once_the_old_list_is_confirmed_the_next_suspicious_one_is_held_again()
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.Hold(Noon.AddHours(1), "Too much at once.", ASchedule());

        coverage.Confirm(null, ASchedule());

        Assert.True(coverage.MustHold(600, 1000, Noon.AddHours(2)));
    }
}
