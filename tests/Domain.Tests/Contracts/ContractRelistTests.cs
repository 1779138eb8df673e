using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class ContractRelistTests
{
    [Fact]
    public void A_changed_row_keeps_the_values_derived_from_lines()
    {
        var given = AContract().Titled("Old").Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint);
        var contract = given.Build();
        var before = (contract.Headline, contract.ShipName, contract.Composition, contract.BlueprintSummary, contract.IsShipContract);

        contract.Relist(given.Row with { Title = "New" });

        Assert.Equal("New", contract.Title);
        Assert.Equal(LinesState.Read, contract.LinesState);
        Assert.Equal(before, (contract.Headline, contract.ShipName, contract.Composition, contract.BlueprintSummary, contract.IsShipContract));
    }

    [Fact]
    public void A_changed_row_of_a_want_to_buy_is_settled_at_once()
    {
        var given = AContract().Rewarded(400).Requesting(Known.Rokh);
        var contract = given.Build();

        contract.Relist(given.Row with { Price = 100, Reward = 500 });

        Assert.Null(contract.Price);
        Assert.Equal(Isk.Of(500), contract.Reward);
    }

    [Fact]
    public void A_changed_row_of_an_exchange_that_sells_is_settled_at_once()
    {
        var given = AContract().Priced(100).Offering(Known.Rokh);
        var contract = given.Build();

        contract.Relist(given.Row with { Price = 120, Reward = 500 });

        Assert.Equal((Isk.Of(120), Isk.Of(500)), (contract.Price, contract.Reward));
    }

    [Fact]
    public void A_changed_title_is_the_headline_while_the_lines_are_unread()
    {
        var contract = AContract().Listed();

        contract.Relist(AListedContract() with { Title = "Cheap!" });

        Assert.Equal(HeadlineKind.Title, contract.HeadlineKind);
    }

    [Fact]
    public void A_contract_that_was_closed_is_live_again()
    {
        var contract = AContract().Listed();
        contract.Close(Noon);

        contract.Relist(AListedContract());

        Assert.Null(contract.ClosedAt);
        Assert.Null(contract.Closure);
        Assert.True(contract.IsLive(Noon));
    }

    [Fact]
    public void A_contract_was_first_seen_when_its_list_says_so_else_when_it_was_issued()
    {
        Assert.Equal(Noon.AddHours(1), Contract.FromListing(AListedContract(), TheForge, Noon.AddHours(1)).FirstSeenAt);
        Assert.Equal(AListedContract().DateIssued, Contract.FromListing(AListedContract(), TheForge).FirstSeenAt);
    }

    [Fact]
    public void A_contract_that_comes_back_or_whose_dates_move_was_first_seen_when_it_was()
    {
        var contract = Contract.FromListing(AListedContract(ContractType.Auction), TheForge, Noon);

        contract.Relist(AListedContract(ContractType.Auction) with { DateIssued = Noon.AddHours(-1) });
        contract.Close(Noon.AddHours(1));
        contract.Relist(AListedContract(ContractType.Auction) with { DateIssued = Noon.AddHours(2) });

        Assert.Equal(Noon, contract.FirstSeenAt);
    }

    [Fact]
    public void A_contract_that_was_reopened_can_be_closed_again()
    {
        var contract = AContract().Listed();
        contract.Close(Noon);
        contract.Relist(AListedContract());

        contract.Close(Noon.AddDays(30));

        Assert.Equal((Noon.AddDays(30), ClosureEvidence.Expired), (contract.ClosedAt, contract.Closure));
    }

    [Fact]
    public void A_row_with_a_flaw_is_refused_and_changes_nothing()
    {
        var contract = AContract().Titled("Sound").Listed();

        Assert.Throws<DomainException>(() => contract.Relist(AListedContract() with { Title = "Flawed", Price = -1 }));
        Assert.Equal("Sound", contract.Title);
    }

    [Fact]
    public void A_row_with_a_flaw_is_never_listed() =>
        Assert.Throws<DomainException>(() => AContract().Priced(-1).Listed());

    [Fact]
    public void The_fingerprint_is_that_of_the_row_last_listed()
    {
        var contract = AContract().Listed();
        var row = AListedContract() with { Price = 5 };

        contract.Relist(row);

        Assert.Equal(row.Fingerprint(), contract.Fingerprint);
    }

    [Fact]
    public void A_contract_whose_unknown_type_becomes_known_waits_for_its_lines()
    {
        var contract = AContract(ContractType.Unknown).Listed();

        contract.Relist(AListedContract());

        Assert.Equal(LinesState.Pending, contract.LinesState);
    }

    [Fact]
    public void A_contract_that_becomes_a_courier_waits_for_no_lines()
    {
        var contract = AContract().Listed();

        contract.Relist(AListedContract(ContractType.Courier));

        Assert.Equal(LinesState.None, contract.LinesState);
    }
}
