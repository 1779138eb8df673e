using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>What lines say together: whether one key is offered, its unit price, and whether something is requested too (B13).</summary>
public sealed class ContractGoodsTests
{
    [Fact]
    public void Items_of_one_type_are_one_key_in_one_line_or_in_several()
    {
        Assert.Equal(SingleForm.OneType, Of(AContract().Offering(Known.Railgun)).Form);
        Assert.Equal(SingleForm.OneType, Of(AContract().Offering(Known.Rokh, quantity: 2).Offering(Known.Rokh)).Form);
        Assert.Equal(SingleForm.OneType, Of(AContract().Offering(Known.Mystery)).Form);
        Assert.Equal(SingleForm.OneType, Of(AContract(ContractType.Auction).Offering(Known.Railgun)).Form);
    }

    [Fact]
    public void Several_types_are_no_key()
    {
        Assert.Equal(SingleForm.None, Of(AContract().Offering(Known.Railgun).Offering(Known.ShieldExtender)).Form);
        Assert.Equal(SingleForm.None, Of(AContract().Offering(Known.Rokh).Offering(Known.Rifter)).Form);
    }

    [Fact]
    public void Where_something_is_requested_there_is_no_key()
    {
        Assert.Equal(SingleForm.None, Of(AContract().Offering(Known.Rokh).Requesting(Known.Railgun)).Form);
        Assert.Equal(SingleForm.None, Of(AContract().Requesting(Known.Rokh)).Form);
        Assert.Equal(SingleForm.None, Of(AContract()).Form);
    }

    [Fact]
    public void Copies_are_one_key_if_they_agree_in_runs_and_efficiencies()
    {
        static SingleForm Beside(int runs = 10, int me = 8, int te = 14) =>
            Of(AContract().OfferingCopy(Known.RifterBlueprint).OfferingCopy(Known.RifterBlueprint, runs, me, te)).Form;

        Assert.Equal(SingleForm.OneType, Beside());
        Assert.Equal(SingleForm.None, Beside(runs: 9));
        Assert.Equal(SingleForm.None, Beside(me: 9));
        Assert.Equal(SingleForm.None, Beside(te: 16));
    }

    [Fact]
    public void An_original_is_not_the_same_as_a_copy()
    {
        Assert.Equal(SingleForm.None, Of(AContract().Offering(Known.RifterBlueprint).OfferingCopy(Known.RifterBlueprint)).Form);
        Assert.Equal(SingleForm.OneType, Of(AContract().Offering(Known.RifterBlueprint).Offering(Known.RifterBlueprint)).Form);
    }

    [Theory]
    [InlineData(7, null, true)]
    [InlineData(8, null, true)]
    [InlineData(18, null, true)]
    [InlineData(32, null, true)]
    [InlineData(87, null, true)]
    [InlineData(4, 423, true)]
    [InlineData(4, 18, false)]
    [InlineData(20, null, false)]
    [InlineData(6, null, false)]
    [InlineData(9, null, false)]
    [InlineData(null, null, false)]
    public void A_ship_is_the_key_if_all_beside_it_belongs_in_a_ship(int? category, int? group, bool isSingle)
    {
        var part = Line(Known.Railgun, category, quantity: 5) with { GroupId = group is { } id ? new GroupId(id) : null };

        Assert.Equal(isSingle ? SingleForm.FittedShip : SingleForm.None, Of(null, Line(Known.Rokh, 6), part).Form);
    }

    [Fact]
    public void Two_ships_with_modules_are_no_key_alike_or_not()
    {
        Assert.Equal(SingleForm.None, Of(null, Line(Known.Rokh, 6, quantity: 2), Line(Known.Railgun, 7)).Form);
        Assert.Equal(SingleForm.None, Of(null, Line(Known.Rokh, 6), Line(Known.Rokh, 6), Line(Known.Railgun, 7)).Form);
        Assert.Equal(SingleForm.None, Of(null, Line(Known.Rokh, 6), Line(Known.Rifter, 6), Line(Known.Railgun, 7)).Form);
        Assert.Equal(SingleForm.None, Of(null, Line(Known.Railgun, 7), Line(Known.ShieldExtender, 7)).Form);
    }

    [Fact]
    public void A_copy_does_not_belong_in_a_ship_whatever_its_type() => Assert.Equal(
        SingleForm.None, Of(null, Line(Known.Rokh, 6), Line(Known.Railgun, 7) with { IsBlueprintCopy = true, Runs = 1 }).Form);

    [Theory]
    [InlineData(100, 1, 100.0)]
    [InlineData(100, 3, 33.33)]
    [InlineData(200, 3, 66.67)]
    [InlineData(0.01, 2, 0.01)]
    [InlineData(0.01, 3, 0.0)]
    [InlineData(0, 5, 0.0)]
    [InlineData(100, 0, null)]
    public void A_unit_price_is_the_price_by_the_quantity(double price, long quantity, double? unit) =>
        Assert.Equal(Amount(unit), Of((decimal)price, Line(Known.Railgun, 7, quantity)).UnitPrice);

    [Fact]
    public void A_unit_price_is_by_all_lines_together() =>
        Assert.Equal(Isk.Of(20), Of(100, Line(Known.Railgun, 7, quantity: 3), Line(Known.Railgun, 7, quantity: 2)).UnitPrice);

    [Theory]
    [InlineData(10, 1, 10.0)]
    [InlineData(10, 4, 2.5)]
    [InlineData(0, 1, null)]
    [InlineData(null, 1, null)]
    public void A_copys_unit_is_one_run(int? runs, long quantity, double? unit) =>
        Assert.Equal(Amount(unit), Of(100, Line(Known.RifterBlueprint, 9, quantity) with { IsBlueprintCopy = true, Runs = runs }).UnitPrice);

    [Fact]
    public void An_originals_unit_is_one_piece() => Assert.Equal(Isk.Of(50), Of(100, Line(Known.RifterBlueprint, 9, quantity: 2)).UnitPrice);

    [Fact]
    public void A_fitted_ships_unit_is_the_ship_with_all_that_is_in_it() =>
        Assert.Equal(Isk.Of(100), Of(100, Line(Known.Rokh, 6), Line(Known.Railgun, 7, quantity: 8)).UnitPrice);

    [Fact]
    public void There_is_no_unit_price_without_a_price_or_without_one_key()
    {
        Assert.Null(Of(null, Line(Known.Railgun, 7)).UnitPrice);
        Assert.Null(Of(100, Line(Known.Railgun, 7), Line(Known.ShieldExtender, 7)).UnitPrice);
        Assert.Null(Of(100, Line(Known.Railgun, 7), Line(Known.Rokh, 6) with { IsIncluded = false }).UnitPrice);
        Assert.Null(Of(100, Line(Known.Railgun, 7) with { IsIncluded = false }).UnitPrice);
    }

    [Fact]
    public void The_price_of_an_auction_is_its_current_bid_where_there_is_one()
    {
        var auction = AContract(ContractType.Auction).Priced(10).Offering(Known.Railgun, quantity: 5).Build();
        Assert.Equal(Isk.Of(2), ContractGoods.Of(auction).UnitPrice);

        auction.TakeBids([new AuctionBid(auction.Id, 1, Isk.Of(20), Noon)], Noon);
        Assert.Equal(Isk.Of(4), ContractGoods.Of(auction).UnitPrice);
    }

    [Fact]
    public void Quantities_and_runs_beyond_any_number_of_the_game_divide_as_well()
    {
        var copies = Line(Known.RifterBlueprint, 9, long.MaxValue) with { IsBlueprintCopy = true, Runs = int.MaxValue };

        Assert.Equal(Isk.Of(0), ContractGoods.Of([copies, copies, copies], Isk.FromHundredths(long.MaxValue)).UnitPrice);
        Assert.Equal(Isk.FromHundredths(long.MaxValue), ContractGoods.Of([Line(Known.Railgun, 7)], Isk.FromHundredths(long.MaxValue)).UnitPrice);
    }

    [Fact]
    public void A_swap_offers_and_requests()
    {
        Assert.True(Of(AContract().Offering(Known.Rokh).Requesting(Known.Rokh)).AsksForItems);
        Assert.False(Of(AContract().Offering(Known.Rokh)).AsksForItems);
        Assert.False(Of(AContract().Requesting(Known.Rokh)).AsksForItems);
        Assert.False(Of(AContract(ContractType.Courier)).AsksForItems);
    }

    [Fact]
    public void The_order_and_the_split_of_lines_change_nothing() => Any.Lines.SelectMany(lines => Gen.Shuffle(lines).Select(shuffled => (lines, shuffled))).Sample(pair =>
    {
        var (one, other) = (pair.lines.Select(LotLine.Of), pair.shuffled.Select(LotLine.Of));
        var joined = other.GroupBy(line => line with { Quantity = 0 }).Select(alike => alike.Key with { Quantity = alike.Sum(line => line.Quantity) });

        Assert.Equal(ContractGoods.Of([.. one], Isk.Of(100)), ContractGoods.Of([.. joined], Isk.Of(100)));
    });

    private static ContractGoods Of(ContractBuilder contract) => ContractGoods.Of(contract.Build());

    private static ContractGoods Of(decimal? price, params LotLine[] lines) => ContractGoods.Of(lines, price is { } isk ? Isk.Of(isk) : null);

    private static LotLine Line(TypeId type, int? category, long quantity = 1) =>
        new(type, category is { } id ? new CategoryId(id) : null, null, IsIncluded: true, IsBlueprintCopy: false, null, null, null, quantity);

    private static Isk? Amount(double? isk) => isk is { } amount ? Isk.Of((decimal)amount) : null;
}
