using HangarBay.Domain.Coverage;

namespace HangarBay.Domain.Tests.Coverage;

public sealed class RegionCoverageTests
{
    [Fact]
    public void A_region_never_swept_knows_nothing_and_is_due()
    {
        var coverage = RegionCoverage.Of(TheForge);

        Assert.Null(coverage.AsOf);
        Assert.Null(coverage.LastOutcome);
        Assert.Empty(coverage.Pages);
        Assert.True(coverage.IsDue(Noon));
    }

    [Fact]
    public void A_complete_sweep_stores_its_time_and_its_number_of_contracts()
    {
        var coverage = RegionCoverage.Of(TheForge);

        coverage.Complete(Noon, [APage(1)], listed: 7, ASchedule());

        Assert.Equal((Noon, 7, SweepOutcome.Complete), (coverage.AsOf, coverage.Listed, coverage.LastOutcome));
        Assert.Null(coverage.LastReason);
    }

    [Fact]
    public void A_sweep_never_goes_back_in_time()
    {
        var coverage = ARegionSweptAt(Noon, APage(1));
        var version = coverage.Version;

        Assert.Throws<DomainException>(() => coverage.Complete(Noon.AddTicks(-1), [], 0, ASchedule()));
        Assert.Equal((Noon, version, 1), (coverage.AsOf, coverage.Version, coverage.Pages.Count));
    }

    [Fact]
    public void A_generation_from_the_future_is_corrected_to_now_so_that_later_ones_count()
    {
        var coverage = ARegionSweptAt(Noon.AddYears(2));

        coverage.CorrectFuture(Noon);

        Assert.Equal(Noon, coverage.AsOf);
        coverage.Complete(Noon.AddMinutes(30), [], listed: 3, ASchedule());
        Assert.Equal(Noon.AddMinutes(30), coverage.AsOf);
    }

    [Fact]
    public void A_generation_that_is_a_little_ahead_is_believed()
    {
        var coverage = ARegionSweptAt(Noon.AddMinutes(2));

        coverage.CorrectFuture(Noon);

        Assert.Equal(Noon.AddMinutes(2), coverage.AsOf);
    }

    [Fact]
    public void A_region_is_due_where_its_expiry_is_impossibly_late()
    {
        var coverage = RegionCoverage.Of(TheForge);
        coverage.Complete(Noon, [], 0, new SweepSchedule(Noon, Noon.AddYears(1), Noon.AddYears(1)));

        Assert.True(coverage.IsDue(Noon));
        Assert.False(ARegionSweptAt(Noon).IsDue(Noon));
    }

    [Fact]
    public void A_complete_sweep_can_keep_a_reason()
    {
        var coverage = RegionCoverage.Of(TheForge);

        coverage.Complete(Noon, [], 0, ASchedule(), "Nothing was closed.");

        Assert.Equal((SweepOutcome.Complete, "Nothing was closed.", 0), (coverage.LastOutcome, coverage.LastReason, coverage.FailuresInRow));
    }

    [Fact]
    public void A_sweep_of_the_same_generation_is_no_step_back()
    {
        var coverage = ARegionSweptAt(Noon);

        coverage.Complete(Noon, [], listed: 3, ASchedule());

        Assert.Equal(3, coverage.Listed);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void A_list_is_due_when_it_expires_and_not_before(int seconds, bool due)
    {
        var coverage = RegionCoverage.Of(TheForge);
        coverage.Complete(Noon, [], 0, ASchedule(expiresAt: Noon.AddMinutes(30)));

        Assert.Equal(due, coverage.IsDue(Noon.AddMinutes(30).AddSeconds(seconds)));
    }

    [Fact]
    public void Pages_are_added_replaced_and_removed_as_the_list_grows_changes_and_shrinks()
    {
        var coverage = ARegionSweptAt(Noon, APage(1, "\"a\"", 1, 2), APage(2, "\"b\"", 3), APage(3, "\"c\"", 4));

        coverage.Complete(Noon.AddHours(1), [APage(1, "\"x\"", 1, 9), APage(2, "\"b\"", 3)], 3, ASchedule());

        Assert.Equal(
            [(1, "\"x\"", "1,9"), (2, "\"b\"", "3")],
            coverage.Pages.OrderBy(page => page.Number).Select(page => (page.Number, page.ETag, string.Join(',', page.ContractIds))));
    }

    [Fact]
    public void Only_the_pages_of_the_last_sweep_remain() =>
        Gen.Select(Pages, Pages).Sample((before, after) =>
        {
            var coverage = ARegionSweptAt(Noon, before);

            coverage.Complete(Noon.AddHours(1), after, 0, ASchedule());

            Assert.Equal(
                after.Select(page => (page.Number, page.ETag)).Order(),
                coverage.Pages.Select(page => (page.Number, page.ETag)).Order());
        });

    [Fact]
    public void A_page_that_is_replaced_stays_the_same_row()
    {
        var coverage = ARegionSweptAt(Noon, APage(1, "\"a\""));
        var known = coverage.Pages.Single();

        coverage.Complete(Noon.AddHours(1), [APage(1, "\"x\"")], 0, ASchedule());

        Assert.Same(known, coverage.Pages.Single());
    }

    [Fact]
    public void Stored_pages_may_be_passed_again()
    {
        var coverage = ARegionSweptAt(Noon, APage(1, "\"a\"", 1), APage(2, "\"b\"", 2));

        coverage.Complete(Noon.AddHours(1), [.. coverage.Pages.Where(page => page.Number == 1)], 1, ASchedule());

        Assert.Equal([1L], Assert.Single(coverage.Pages).ContractIds);
    }

    [Fact]
    public void A_list_confirmed_by_304_keeps_its_state()
    {
        var coverage = ARegionSweptAt(Noon, APage(1, "\"a\"", 1));

        coverage.Confirm(null, ASchedule(Noon.AddHours(2)));

        Assert.Equal((Noon, 1000, SweepOutcome.Unchanged), (coverage.AsOf, coverage.Listed, coverage.LastOutcome));
        Assert.Equal([1L], Assert.Single(coverage.Pages).ContractIds);
        Assert.Equal(Noon.AddHours(2), coverage.ExpiresAt);
    }

    [Fact]
    public void A_sweep_that_does_not_count_keeps_the_old_state_and_its_reason()
    {
        var coverage = ARegionSweptAt(Noon, APage(1));

        coverage.KeepOldState(SweepOutcome.Incomplete, "Page 2 did not answer.", ASchedule());

        Assert.Equal((Noon, 1000, 1), (coverage.AsOf, coverage.Listed, coverage.Pages.Count));
        Assert.Equal((SweepOutcome.Incomplete, "Page 2 did not answer."), (coverage.LastOutcome, coverage.LastReason));
    }

    [Fact]
    public void A_reason_is_forgotten_once_a_sweep_counts()
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.KeepOldState(SweepOutcome.Incomplete, "Page 2 did not answer.", ASchedule());

        coverage.Confirm(null, ASchedule());

        Assert.Null(coverage.LastReason);
    }

    [Fact]
    public void Without_an_answer_the_expiry_of_the_list_stays()
    {
        var coverage = ARegionSweptAt(Noon);

        coverage.KeepOldState(SweepOutcome.Incomplete, "ESI was down.", new SweepSchedule(Noon.AddHours(1), null, Noon.AddHours(2)));

        Assert.Equal(
            (Noon.AddMinutes(30), Noon.AddHours(1), Noon.AddHours(2)),
            (coverage.ExpiresAt, coverage.LastAttemptAt, coverage.NextDueAt));
    }

    [Fact]
    public void Failures_are_counted_in_a_row()
    {
        var coverage = ARegionSweptAt(Noon);

        coverage.KeepOldState(SweepOutcome.Incomplete, "Once.", ASchedule());
        coverage.KeepOldState(SweepOutcome.Incomplete, "Twice.", ASchedule());

        Assert.Equal(2, coverage.FailuresInRow);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_sweep_that_counts_ends_the_row_of_failures(bool complete)
    {
        var coverage = ARegionSweptAt(Noon);
        coverage.KeepOldState(SweepOutcome.Incomplete, "Once.", ASchedule());

        if (complete) coverage.Complete(Noon.AddHours(1), [], 0, ASchedule());
        else coverage.Confirm(null, ASchedule());

        Assert.Equal(0, coverage.FailuresInRow);
    }

    [Fact]
    public void Every_attempt_raises_the_version_by_one() =>
        Gen.Int[0, 3].Array[0, 12].Sample(verbs =>
        {
            var coverage = RegionCoverage.Of(TheForge);
            foreach (var verb in verbs)
            {
                var version = coverage.Version;
                Attempt(coverage, verb);
                Assert.Equal(version + 1, coverage.Version);
            }
        });

    private static readonly Gen<RegionPage[]> Pages =
        Gen.Select(Gen.Int[1, 6].ArrayUnique[0, 6], Gen.Char.AlphaNumeric.Array[6], (numbers, tags) =>
            numbers.Select((number, index) => APage(number, $"\"{tags[index]}\"", number)).ToArray());

    private static void Attempt(RegionCoverage coverage, int verb)
    {
        switch (verb)
        {
            case 0: coverage.Complete(Noon, [APage(1)], 1, ASchedule()); break;
            case 1: coverage.Confirm(null, ASchedule()); break;
            case 2: coverage.KeepOldState(SweepOutcome.Incomplete, "Torn.", ASchedule()); break;
            default: coverage.Hold(Noon, "Too much at once.", ASchedule()); break;
        }
    }

    [Theory]
    [InlineData(RegionPage.MaxETagLength, true)]
    [InlineData(RegionPage.MaxETagLength + 1, false)]
    public void A_tag_that_is_too_long_to_be_kept_is_none(int length, bool isKept)
    {
        var tag = new string('x', length);

        Assert.Equal(isKept ? tag : null, new RegionPage(TheForge, 1, tag, Noon, []).ETag);
    }

    [Fact]
    public void A_reason_that_is_too_long_to_be_kept_is_cut()
    {
        var coverage = RegionCoverage.Of(TheForge);

        coverage.KeepOldState(SweepOutcome.Failed, new string('x', RegionCoverage.MaxReasonLength + 1), ASchedule());

        Assert.Equal(RegionCoverage.MaxReasonLength, coverage.LastReason!.Length);
    }
}
