using HangarBay.Application.Contracts;
using HangarBay.Application.Contracts.GettingContract;
using HangarBay.Domain;
using HangarBay.Domain.Contracts;
using HangarBay.WebUi.Figures;
using HangarBay.WebUi.Tests.Given;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

/// <summary>The preview of a shared link.</summary>
public sealed class ContractSummaryTests
{
    private static readonly ContractStatus Live = new(ContractState.Live, null, null);

    [Fact]
    public void A_title_has_the_item_and_the_price() =>
        Assert.Equal("Rokh · 285,000,000.00 ISK", Of(Rows.Any with { Price = Isk.Of(285_000_000) }).Title);

    [Fact]
    public void Several_of_it_are_counted()
    {
        Assert.Equal("Rokh ×\u00a07 · 285,000,000.00 ISK", Of(Rows.Any with { Price = Isk.Of(285_000_000), PrimaryQuantity = 7 }).Title);
        Assert.Equal("Rokh ×\u00a01,250", Of(Rows.Any with { PrimaryQuantity = 1250 }).Title);
        Assert.Equal("Rokh", Of(Rows.Any with { PrimaryQuantity = 1 }).Title);
    }

    [Fact]
    public void An_unknown_price_is_left_out() => Assert.Equal("Rokh", Of(Rows.Any).Title);

    [Fact]
    public void The_amount_that_matters_depends_on_the_type()
    {
        var row = Rows.Any with { Price = Isk.Of(1), Reward = Isk.Of(2), CurrentBid = Isk.Of(3) };

        Assert.Equal(Isk.Of(1), ContractSummary.AmountOf(row));
        Assert.Equal(Isk.Of(2), ContractSummary.AmountOf(row with { IsWantToBuy = true }));
        Assert.Equal(Isk.Of(2), ContractSummary.AmountOf(row with { Type = ContractType.Courier }));
        Assert.Equal(Isk.Of(3), ContractSummary.AmountOf(row with { Type = ContractType.Auction }));
        Assert.Equal(Isk.Of(1), ContractSummary.AmountOf(row with { Type = ContractType.Auction, CurrentBid = null }));
    }

    [Fact]
    public void A_description_has_the_place_the_number_of_lines_and_the_expiry() => Assert.Equal(
        "Item exchange in Jita IV - Moon 4, The Forge. 1 line. Expires 20 Mar 2026, 12:00 EVE time.",
        Of(Rows.Any, region: "The Forge").Description);

    [Fact]
    public void A_courier_goes_from_one_place_to_another() => Assert.StartsWith(
        "Courier: Jita IV - Moon 4 → Unknown structure.",
        Of(Rows.Any with { Type = ContractType.Courier }).Description,
        StringComparison.Ordinal);

    [Fact]
    public void A_closed_contract_shows_how_it_ended_instead_of_its_expiry() => Assert.EndsWith(
        " 1 line. It was accepted.",
        Of(Rows.Any, status: new ContractStatus(ContractState.Closed, ClosureEvidence.Accepted, Rows.Noon)).Description,
        StringComparison.Ordinal);

    private static ContractSummary Of(ContractRow row, string? region = null, ContractStatus? status = null)
    {
        var line = new LineDetail(1, 24_688, "Rokh", "Ship", 6, 27, null, 1, IsIncluded: true, IsBlueprintCopy: false, null, null, null, null);
        var words = Words.In(Language.En);
        return new ContractSummary(new ContractDetail(row, status ?? Live, [line], []), region, words, new Figure(words, Tongue.Of(Language.En).Culture));
    }
}
