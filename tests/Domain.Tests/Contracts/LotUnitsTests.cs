using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

public sealed class LotUnitsTests
{
    [Fact]
    public void Units_are_counted_by_category()
    {
        var lot = Of(AContract().Offering(Known.Rokh, quantity: 2).Offering(Known.Rifter).Offering(Known.Railgun, quantity: 8).Offering(Known.Mystery, quantity: 5))!;

        Assert.Equal((3, 8, 5), (lot.Of(CategoryId.Ship), lot.Of(CategoryId.Module), lot.Of(null)));
        Assert.Null(lot.Of(CategoryId.Charge));
    }

    [Fact]
    public void One_thing_alone_is_no_lot()
    {
        Assert.Null(Of(AContract().Offering(Known.Rokh, quantity: 2).Offering(Known.Rokh)));
        Assert.Null(Of(AContract().OfferingCopy(Known.RifterBlueprint).OfferingCopy(Known.RifterBlueprint)));
        Assert.Null(Of(AContract()));
    }

    [Fact]
    public void Requested_lines_do_not_count()
    {
        Assert.Null(Of(AContract().Offering(Known.Rokh).Requesting(Known.Railgun)));
        Assert.False(Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun).Requesting(Known.Rifter))!.IsMixed);
    }

    [Fact]
    public void Several_categories_or_several_kinds_of_ships_are_a_mixed_lot()
    {
        Assert.True(Of(AContract().Offering(Known.Rokh).Offering(Known.Rifter))!.IsMixed);
        Assert.True(Of(AContract().Offering(Known.Rokh).OfferingCopy(Known.RifterBlueprint))!.IsMixed);
        Assert.True(Of(AContract().Offering(Known.Rokh, quantity: 2).Offering(Known.Railgun))!.IsMixed);
        Assert.True(Of(AContract().Offering(Known.Railgun).Offering(Known.Mystery))!.IsMixed);
    }

    [Fact]
    public void One_ship_with_what_belongs_in_it_is_no_mixed_lot_and_modules_alone_are_none()
    {
        Assert.False(Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun, quantity: 8))!.IsMixed);
        Assert.False(Of(AContract().Offering(Known.Railgun).Offering(Known.ShieldExtender))!.IsMixed);
    }

    [Fact]
    public void A_sum_beyond_the_largest_number_stops_there()
    {
        var railguns = new LotLine(Known.Railgun, CategoryId.Module, null, IsIncluded: true, IsBlueprintCopy: false, null, null, null, long.MaxValue);
        var lot = LotUnits.Of([railguns, railguns with { TypeId = Known.ShieldExtender }])!;

        Assert.Equal(long.MaxValue, lot.Of(CategoryId.Module));
    }

    [Fact]
    public void Lots_are_equal_if_their_units_are()
    {
        Assert.Equal(Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun)), Of(AContract().Offering(Known.Railgun).Offering(Known.Rifter)));
        Assert.NotEqual(Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun)), Of(AContract().Offering(Known.Rokh).Offering(Known.Railgun, quantity: 2)));
    }

    private static LotUnits? Of(ContractBuilder contract) => ContractGoods.Of(contract.Build()).Lot;
}
