using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ContractLinesTests
{
    [Theory]
    [InlineData(ContractType.ItemExchange, LinesState.Pending)]
    [InlineData(ContractType.Auction, LinesState.Pending)]
    [InlineData(ContractType.Courier, LinesState.None)]
    [InlineData(ContractType.Loan, LinesState.None)]
    [InlineData(ContractType.Unknown, LinesState.None)]
    public void Only_exchanges_and_auctions_wait_for_lines(ContractType type, LinesState state) =>
        Assert.Equal(state, AContract(type).Listed().LinesState);

    [Fact]
    public void Lines_are_taken_once()
    {
        var contract = AContract().Offering(Known.Rokh).Build();

        Assert.Throws<DomainException>(() => contract.TakeLines(AContract().Offering(Known.Rifter).Lines, Known.Catalogue));
        Assert.Equal(Known.Rokh, Assert.Single(contract.Lines).TypeId);
    }

    [Fact]
    public void A_contract_whose_type_has_no_lines_takes_none() =>
        Assert.Throws<DomainException>(() => AContract(ContractType.Courier).Offering(Known.Rokh).Build());

    [Fact]
    public void No_lines_at_all_are_refused()
    {
        var contract = AContract().Listed();

        Assert.Throws<DomainException>(() => contract.TakeLines([], Known.Catalogue));
        Assert.Equal(LinesState.Pending, contract.LinesState);
    }

    [Fact]
    public void A_line_of_another_contract_is_refused()
    {
        var contract = AContract().Listed();
        var stray = new ContractLine(new ContractId(7), 1, Known.Rokh, 1, isIncluded: true);

        Assert.Throws<DomainException>(() => contract.TakeLines([.. AContract().Offering(Known.Rokh).Lines, stray], Known.Catalogue));
        Assert.Equal(LinesState.Pending, contract.LinesState);
    }

    [Fact]
    public void Two_lines_with_one_record_id_are_refused()
    {
        var twice = AContract().Offering(Known.Rokh, recordId: 4).Offering(Known.Railgun, recordId: 4);
        var contract = twice.Listed();

        Assert.Throws<DomainException>(() => contract.TakeLines(twice.Lines, Known.Catalogue));
        Assert.Equal(LinesState.Pending, contract.LinesState);
        Assert.Empty(contract.Lines);
    }

    [Fact]
    public void Lines_that_could_not_be_read_are_asked_for_later()
    {
        var contract = AContract().Listed();

        contract.MissLines(Noon.AddMinutes(1), accepted: false);
        contract.MissLines(Noon.AddMinutes(3), accepted: false);

        Assert.Equal((2, Noon.AddMinutes(3), LinesState.Pending), (contract.LinesAttempts, contract.LinesNextAttemptAt, contract.LinesState));
    }

    [Fact]
    public void Lines_that_failed_too_often_are_set_aside_until_a_retry_is_requested()
    {
        var contract = AContract().Listed();
        for (var attempt = 1; attempt < Contract.MaxLinesAttempts; attempt++) contract.MissLines(Noon, accepted: false);
        Assert.Equal(LinesState.Pending, contract.LinesState);

        contract.MissLines(Noon, accepted: false);
        Assert.Equal(LinesState.SetAside, contract.LinesState);
        Assert.True(contract.LinesState.IsUnread());

        contract.RetryLines();
        Assert.Equal((LinesState.Pending, 0, null), (contract.LinesState, contract.LinesAttempts, contract.LinesNextAttemptAt));
    }

    [Fact]
    public void Lines_set_aside_stay_so_when_the_list_names_the_contract_again()
    {
        var contract = AContract().Listed();
        for (var attempt = 1; attempt <= Contract.MaxLinesAttempts; attempt++) contract.MissLines(Noon, accepted: false);

        contract.Relist(AListedContract());

        Assert.Equal(LinesState.SetAside, contract.LinesState);
    }

    [Fact]
    public void Asking_again_changes_nothing_where_lines_are_known()
    {
        var contract = AContract().Offering(Known.Rokh).Build();

        contract.RetryLines();

        Assert.Equal(LinesState.Read, contract.LinesState);
    }

    [Fact]
    public void Lines_that_were_taken_are_not_asked_for_again()
    {
        var contract = AContract().Listed();
        contract.MissLines(Noon.AddMinutes(1), accepted: false);

        contract.TakeLines(AContract().Offering(Known.Rokh).Lines, Known.Catalogue);

        Assert.Null(contract.LinesNextAttemptAt);
        Assert.Equal(LinesState.Read, contract.LinesState);
    }

    /// <summary>The code that stores lines writes only these properties.</summary>
    [Fact]
    public void Storing_or_missing_lines_changes_only_the_columns_of_lines()
    {
        Contract[] changed =
        [
            AContract().Offering(Known.Rokh).Offering(Known.Railgun).OfferingCopy(Known.RifterBlueprint).Build(),
            AContract().Requesting(Known.Rokh).Build(),
            AContract().Listed(),
        ];
        changed[2].MissLines(Noon, accepted: true);

        var properties = changed.SelectMany(contract => Differences(AContract().Listed(), contract)).Distinct();
        Assert.Empty(properties.Except(Contract.ColumnsOfLines));
    }

    /// <summary>A contract read with only the columns that concern lines gives the same result.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_contract_loaded_with_only_the_columns_of_lines_gives_the_same_result(bool sells)
    {
        var told = sells ? AContract().Offering(Known.Rokh).Priced(5) : AContract().Requesting(Known.Rokh).Priced(0).Rewarded(7);
        var (taken, missed, untouched) = (Waiting(told.Listed()), Waiting(told.Listed()), told.Listed());
        taken.TakeLines(told.Lines, Known.Catalogue);
        missed.MissLines(Noon, accepted: true);
        untouched.MissLines(Noon, accepted: true);

        Assert.Empty(Differences(told.Build(), taken).Intersect(Contract.ColumnsOfLines));
        Assert.Empty(Differences(untouched, missed).Intersect(Contract.ColumnsOfLines));
    }

    /// <summary>The auction's price does not fall back to the starting bid.</summary>
    [Fact]
    public void An_auction_whose_bids_were_read_before_its_lines_keeps_its_current_bid_as_its_price()
    {
        var auction = AContract(ContractType.Auction).Priced(5).Listed();
        auction.TakeBids([new AuctionBid(auction.Id, 1, Isk.Of(90), Noon)], Noon);
        var (taken, missed) = (Waiting(auction), Waiting(auction));

        taken.TakeLines(AContract(ContractType.Auction).Offering(Known.Rokh).Lines, Known.Catalogue);
        missed.MissLines(Noon, accepted: false);

        Assert.Equal((Isk.Of(90), Isk.Of(90)), (taken.PriceNow, missed.PriceNow));
    }

    /// <summary>The contract with only the values that concern lines.</summary>
    private static Contract Waiting(Contract whole) => Contract.Waiting(
        whole.Id, whole.RegionId, whole.Type, whole.Price, whole.Reward, whole.Volume, whole.DateExpired, whole.HeadlineKind, whole.LinesAttempts,
        whole.AcceptedSeen, whole.CurrentBid, whole.ChangedIn);

    private static IEnumerable<string> Differences(Contract before, Contract after) => typeof(Contract).GetProperties()
        .Where(property => property.Name is not (nameof(Contract.Lines) or nameof(Contract.Bids) or nameof(Contract.Headline) or nameof(Contract.BlueprintSummary) or nameof(Contract.Visible)))
        .Where(property => !Equals(property.GetValue(before), property.GetValue(after)))
        .Select(property => property.Name);

    [Fact]
    public void A_stack_of_items_is_one_line() => Assert.Null(AContract().Offering(Known.Railgun, quantity: 5).Build().Composition);

    [Fact]
    public void A_line_with_negative_runs_is_an_original() =>
        Assert.Null(new ContractLine(AListedContract().Id, 1, Known.RifterBlueprint, 1, true, runs: -1).Runs);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    public void A_line_without_a_record_id_or_with_a_negative_quantity_is_refused(long recordId, long quantity) =>
        Assert.Throws<DomainException>(() => new ContractLine(AListedContract().Id, recordId, Known.Rokh, quantity, true));
}
