using HangarBay.Application.Abstractions;
using HangarBay.Application.Market;
using HangarBay.Application.Sync;
using HangarBay.Application.Sync.Ports;
using HangarBay.Application.Sync.SweepingRegion;
using HangarBay.Application.Tests.Given;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Market;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;
using NSubstitute.ExceptionExtensions;

namespace HangarBay.Application.Tests.Sync;

/// <summary>
/// What a sweep does with a region's list (M2, M3, M4, M8, M9). <see cref="ListReaderTests"/> tests how the list is read.
/// </summary>
public sealed class SweepRegionTests
{
    private static readonly DateTimeOffset Before = Noon.AddMinutes(-30);

    private readonly ListScript _list = new();
    private readonly Stored<RegionCoverage> _coverages = [];
    private readonly Stored<Contract> _contracts = new Stored<Contract>().Telling<OpenListing>();
    private readonly Stored<QuarantineEntry> _quarantine = [];
    private readonly ScriptedMarket _market = new ScriptedMarket().Running<SweepResult>();
    private readonly IDatabaseFaults _faults = Substitute.For<IDatabaseFaults>();

    [Fact]
    public async Task A_region_that_is_not_due_is_not_asked_for()
    {
        Swept(Noon);
        Stored(1, 2);
        _contracts.Add(AContract().Expiring(Pages.Now).Listed());

        Assert.Equal(new SweepResult.NotDue(2, Noon.AddMinutes(30)), await SweepAsync());
        Assert.Empty(_list.Calls);
        Assert.Empty(_market.Writer.ReceivedCalls());
    }

    [Fact]
    public async Task A_region_that_was_never_swept_is_stored_as_its_list_is()
    {
        _list.Page(1, Pages.APageOf(1, 1, 1, 2));

        Assert.Equal(new SweepResult.Swept(2, 0, 0, 0, 0), await SweepAsync());
        var coverage = Assert.Single(_coverages);
        Assert.Equal((TheForge, Noon, SweepOutcome.Complete, 2), (coverage.Id, coverage.AsOf, coverage.LastOutcome, coverage.Listed));
        await ReceivedListing(1, 2);
    }

    [Fact]
    public async Task Only_what_is_new_or_changed_is_written()
    {
        Swept(Before, expired: true);
        Stored(1, 2);
        _list.Page(1, Pages.APageOf(1, 1, 1) with { Rows = [Pages.ARow(1), Priced(2, 100), Pages.ARow(3)] });

        Assert.Equal(new SweepResult.Swept(1, 0, 1, 1, 0), await SweepAsync());
        await ReceivedListing(3, 2);
        Assert.Equal((Noon, 3), (_coverages[0].AsOf, _coverages[0].Listed));
    }

    [Fact]
    public async Task What_a_regions_first_list_names_may_be_as_old_as_its_date_of_issue()
    {
        _market.Change.InstantAsync(Arg.Any<CancellationToken>()).Returns(Noon.AddMinutes(2));
        _list.Page(1, Pages.APageOf(1, 1, 1));

        await SweepAsync();

        await ReceivedSeenAt(null);
    }

    [Fact]
    public async Task What_is_new_on_a_later_list_was_seen_at_the_instant_of_the_change()
    {
        _market.Change.InstantAsync(Arg.Any<CancellationToken>()).Returns(Noon.AddMinutes(2));
        Swept(Before, expired: true);
        Stored(1);
        _list.Page(1, Pages.APageOf(1, 1, 1, 2));

        await SweepAsync();

        await ReceivedSeenAt(Noon.AddMinutes(2));
    }

    [Fact]
    public async Task A_region_that_was_tried_and_never_swept_has_its_first_list_still_to_come()
    {
        _market.Change.InstantAsync(Arg.Any<CancellationToken>()).Returns(Noon.AddMinutes(2));
        _coverages.Add(RegionCoverage.Of(TheForge));
        _list.Page(1, Pages.APageOf(1, 1, 1));

        await SweepAsync();

        await ReceivedSeenAt(null);
    }

    [Fact]
    public async Task What_the_list_no_longer_names_is_closed_as_of_its_generation()
    {
        Swept(Before, expired: true);
        Stored(1, 2);
        _list.Page(1, Pages.APageOf(1, 1, 1));

        Assert.Equal(new SweepResult.Swept(0, 1, 0, 1, 0), await SweepAsync());
        await _market.Change.Received(1).CloseAsync(
            Arg.Is<IReadOnlyCollection<ContractId>>(gone => gone!.SequenceEqual(new[] { new ContractId(2) })), Noon, Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task Contracts_of_other_regions_and_closed_ones_are_not_missed()
    {
        Swept(Before, expired: true);
        _contracts.Add(Contract.FromListing(AListedContract() with { Id = new ContractId(7) }, new(10_000_043)));
        Stored(8);
        _contracts[^1].Close(Before);
        _list.Page(1, Pages.APageOf(1, 1, 1));

        Assert.Equal(new SweepResult.Swept(1, 0, 0, 0, 0), await SweepAsync());
    }

    [Fact]
    public async Task A_list_that_is_unchanged_is_confirmed_and_nothing_is_listed_or_closed()
    {
        Swept(Before, expired: true, Pages.Stored(1, 1, 2));
        Stored(1, 2);
        _list.Page(1, Pages.Unmodified(1, 1, Noon));

        Assert.Equal(new SweepResult.Swept(0, 0, 0, 2, 0), await SweepAsync());
        Assert.Equal((Noon, SweepOutcome.Unchanged), (_coverages[0].AsOf, _coverages[0].LastOutcome));
        Assert.Empty(_market.Change.ReceivedCalls());
    }

    [Fact]
    public async Task An_incomplete_list_changes_nothing_and_its_reason_is_kept()
    {
        Swept(Before, expired: true);
        Stored(1, 2);
        _list.Page(1, () => throw new EsiUnavailableException("ESI is away."));

        Assert.Equal(new SweepResult.KeptOldState("ESI is away."), await SweepAsync());
        Assert.Equal((Before, SweepOutcome.Incomplete, "ESI is away.", 1), Outcome());
        Assert.Empty(_market.Change.ReceivedCalls());
    }

    [Fact]
    public async Task Without_an_answer_the_next_attempt_waits_longer_with_every_failure()
    {
        _list.Options.Jitter = TimeSpan.Zero;
        _list.Page(1, () => throw new EsiUnavailableException("ESI is away."));

        await SweepAsync();
        await SweepAsync();
        await SweepAsync();

        Assert.Equal(Pages.Now.AddMinutes(4), _coverages[0].NextDueAt);
    }

    [Fact]
    public async Task A_list_older_than_the_one_stored_is_not_taken()
    {
        Swept(Noon.AddSeconds(1), expired: true);
        Stored(1);
        _list.Page(1, Pages.APageOf(1, 1, 2));

        Assert.Equal(new SweepResult.KeptOldState("ESI sent an older list than the one stored."), await SweepAsync());
        Assert.Equal((Noon.AddSeconds(1), SweepOutcome.Superseded, "ESI sent an older list than the one stored.", 1), Outcome());
        Assert.Empty(_market.Change.ReceivedCalls());
    }

    [Fact]
    public async Task A_list_of_the_same_generation_is_taken_again()
    {
        Swept(Noon, expired: true);
        _list.Page(1, Pages.APageOf(1, 1, 1));

        Assert.IsType<SweepResult.Swept>(await SweepAsync());
    }

    [Fact]
    public async Task A_list_that_would_close_suspiciously_many_contracts_is_held()
    {
        Swept(Before, expired: true);
        Stored([.. Enumerable.Range(1, 100)]);
        _list.Page(1, Pages.APageOf(1, 1, [.. Enumerable.Range(52, 49).Select(id => (long)id)]));

        var reason = "The list lacks 51 of 100 contracts; they close only if the next generation confirms it.";
        Assert.Equal(new SweepResult.KeptOldState(reason), await SweepAsync());
        Assert.Equal((Before, SweepOutcome.Held, reason, 1), Outcome());
        Assert.Equal(Noon, _coverages[0].HeldGeneration);
        Assert.Empty(_market.Change.ReceivedCalls());
    }

    [Fact]
    public async Task A_later_list_that_lacks_as_many_contracts_confirms_the_held_one()
    {
        Swept(Before, expired: true);
        _coverages[0].Hold(Noon.AddSeconds(-1), "The list lacks much.", ASchedule(Noon));
        Stored([.. Enumerable.Range(1, 100)]);
        _list.Page(1, Pages.APageOf(1, 1, 100));

        Assert.Equal(new SweepResult.Swept(0, 99, 0, 1, 0), await SweepAsync());
    }

    [Fact]
    public async Task Contracts_past_their_date_may_leave_in_any_number()
    {
        Swept(Before, expired: true);
        for (var id = 1; id <= 100; id++) _contracts.Add(AContract().With(row => row with { Id = new ContractId(id) }).Expiring(Noon).Listed());
        _list.Page(1, Pages.APageOf(1, 1, 101));

        Assert.Equal(new SweepResult.Swept(1, 100, 0, 0, 0), await SweepAsync());
    }

    [Fact]
    public async Task Rows_with_a_flaw_are_set_aside_with_their_region_and_keep_no_other_back()
    {
        var flawed = new ListedRow(AListedContract() with { Id = new ContractId(2), Volume = -1 }, null);
        _list.Page(1, Pages.APageOf(1, 1) with { Rows = [Pages.ARow(1), flawed], Rejected = [new RejectedRow(new ContractId(3), "The row is no JSON.")] });

        Assert.Equal(new SweepResult.Swept(1, 0, 0, 0, 2), await SweepAsync());
        Assert.Equal(
            [("contract 3", "The row is no JSON.", TheForge), ("contract 2", "The volume is negative.", TheForge)],
            _quarantine.Select(entry => (entry.Subject, entry.Reason, entry.RegionId!.Value)));
    }

    [Fact]
    public async Task A_contract_whose_row_is_set_aside_is_not_closed()
    {
        Swept(Before, expired: true);
        Stored(1, 2);
        _list.Page(1, Pages.APageOf(1, 1, 1) with { Rejected = [new RejectedRow(new ContractId(2), "The row is no JSON.")] });

        Assert.Equal(new SweepResult.Swept(0, 0, 0, 2, 1), await SweepAsync());
    }

    [Fact]
    public async Task A_list_that_was_read_is_written_even_if_the_process_is_asked_to_stop()
    {
        using var stop = new CancellationTokenSource();
        _list.Page(1, () =>
        {
            stop.Cancel();
            return Pages.APageOf(1, 1, 1);
        });

        Assert.IsType<SweepResult.Swept>(await SweepAsync(stop.Token));
        await _market.Writer.Received(1).ChangeAsync(
            Arg.Any<Func<IMarketChange, CancellationToken, Task<SweepResult>>>(), Arg.Is<CancellationToken>(token => !token.IsCancellationRequested));
    }

    [Fact]
    public async Task A_region_that_another_process_stored_since_its_list_was_read_is_left_as_it_is()
    {
        Swept(Before, expired: true, Pages.Stored(1, 1, 2));
        _list.Page(1, () =>
        {
            _coverages[0].Confirm(Noon, ASchedule(Noon.AddMinutes(30)));
            return Pages.Unmodified(1, 1, Noon);
        });

        Assert.Equal(new SweepResult.KeptOldState("Another process stored this region's list first."), await SweepAsync());
        Assert.Equal((2, SweepOutcome.Unchanged), (_coverages[0].Version, _coverages[0].LastOutcome));
    }

    [Fact]
    public async Task A_region_that_throws_keeps_its_old_state_and_the_reason()
    {
        Swept(Before, expired: true);
        Stored(1);
        _list.Page(1, Pages.APageOf(1, 1, 2));
        _market.Change.ListAsync(TheForge, Arg.Any<IReadOnlyCollection<ListedContract>>(), Arg.Any<DateTimeOffset?>(), Arg.Any<CancellationToken>()).ThrowsAsync(new InvalidDataException());

        Assert.Equal(new SweepResult.KeptOldState("The sweep failed unexpectedly (InvalidDataException)."), await SweepAsync());
        Assert.Equal((Before, SweepOutcome.Failed, "The sweep failed unexpectedly (InvalidDataException).", 1), Outcome());
    }

    [Fact]
    public async Task A_database_fault_is_reported_with_its_own_sentence()
    {
        var fault = new InvalidDataException();
        _faults.Explain(fault).Returns(new DatabaseFault(DatabaseFaultKind.Full, "The database file is full."));
        _list.Page(1, Pages.APageOf(1, 1, 2));
        _market.Change.ListAsync(TheForge, Arg.Any<IReadOnlyCollection<ListedContract>>(), Arg.Any<DateTimeOffset?>(), Arg.Any<CancellationToken>()).ThrowsAsync(fault);

        Assert.Equal(new SweepResult.KeptOldState("The database file is full."), await SweepAsync());
    }

    [Fact]
    public async Task If_the_old_state_cannot_be_stored_either_the_exception_is_thrown()
    {
        _list.Page(1, Pages.APageOf(1, 1, 2));
        _market.Writer.ChangeAsync(Arg.Any<Func<IMarketChange, CancellationToken, Task<SweepResult>>>(), Arg.Any<CancellationToken>())
            .ThrowsAsync(new InvalidDataException());

        await Assert.ThrowsAsync<InvalidDataException>(() => SweepAsync());
    }

    [Fact]
    public async Task A_cancelled_sweep_is_no_failure()
    {
        _list.Page(1, () => throw new OperationCanceledException());

        await Assert.ThrowsAsync<OperationCanceledException>(() => SweepAsync(new CancellationToken(canceled: true)));
        Assert.Empty(_coverages);
    }

    private void Swept(DateTimeOffset generation, bool expired = false, params RegionPage[] pages)
    {
        var coverage = RegionCoverage.Of(TheForge);
        coverage.Complete(generation, pages, listed: 2, ASchedule(expired ? Noon : Noon.AddMinutes(30)));
        _coverages.Add(coverage);
    }

    private void Stored(params int[] ids) => _contracts.AddRange(ids.Select(id => Contract.FromListing(Pages.ARow(id).Contract, TheForge)));

    private static ListedRow Priced(long id, decimal isk) => new(Pages.ARow(id).Contract with { Price = isk }, null);

    private (DateTimeOffset? AsOf, SweepOutcome? Outcome, string? Reason, int Failures) Outcome() =>
        (_coverages[0].AsOf, _coverages[0].LastOutcome, _coverages[0].LastReason, _coverages[0].FailuresInRow);

    private Task ReceivedListing(params long[] ids) => _market.Change.Received(1).ListAsync(
        TheForge, Arg.Is<IReadOnlyCollection<ListedContract>>(rows => rows!.Select(row => row.Id.Value).SequenceEqual(ids)), Arg.Any<DateTimeOffset?>(), Arg.Any<CancellationToken>());

    private Task ReceivedSeenAt(DateTimeOffset? seenAt) => _market.Change.Received(1).ListAsync(
        TheForge, Arg.Any<IReadOnlyCollection<ListedContract>>(), seenAt, Arg.Any<CancellationToken>());

    private Task<SweepResult> SweepAsync(CancellationToken cancellationToken = default)
    {
        var options = Options.Create(_list.Options);
        var handler = new SweepRegionHandler(
            _coverages.Changing, _contracts.Reading, new ListReader(_list.Esi, options, _list.Time), _market.Writer,
            new Quarantine(_quarantine.Changing, _list.Time), new Pace(options, _list.Time), _faults, _list.Time, NullLogger<SweepRegionHandler>.Instance);
        return handler.Handle(new SweepRegion(TheForge), cancellationToken);
    }
}
