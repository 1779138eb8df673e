using HangarBay.Domain.Market;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Market;

public sealed class OpenLineTests
{
    [Fact]
    public void Offered_lines_are_kept_with_what_lists_ask_of_their_contract_and_requested_ones_are_not()
    {
        var contract = AContract().Offering(Known.Rokh).Requesting(Known.Railgun).Build();

        var line = Assert.Single(OpenLine.Of(contract));

        Assert.Equal((contract.Id, Known.Rokh, Known.Ship), (line.ContractId, line.TypeId, line.CategoryId));
        Assert.Equal(
            (contract.RegionId, contract.Type, contract.IsShipContract, contract.DateExpired),
            (line.RegionId, line.Type, line.IsShipContract, line.DateExpired));
    }

    [Fact]
    public void Lines_that_no_filter_tells_apart_are_one_and_the_first_of_them()
    {
        var contract = AContract().Offering(Known.Railgun, quantity: 5, recordId: 9).Offering(Known.Railgun, recordId: 4).Offering(Known.Rokh, recordId: 2).Build();

        Assert.Equal([(2, Known.Rokh), (4, Known.Railgun)], OpenLine.Of(contract).Select(line => (line.RecordId, line.TypeId)));
    }

    [Fact]
    public void Of_those_with_the_same_terms_the_first_tells_them()
    {
        var contract = AContract()
            .OfferingCopy(Known.RifterBlueprint).OfferingCopy(Known.Mystery).OfferingCopy(Known.Mystery, runs: 11).Offering(Known.Mystery).Offering(Known.Rokh).Build();

        Assert.Equal([true, false, true, true, false], OpenLine.Of(contract).Select(line => line.TellsTerms));
    }

    [Fact]
    public void Nothing_is_kept_of_a_closed_contract()
    {
        var contract = AContract().Offering(Known.Rokh).Build();
        contract.Close(Noon);

        Assert.Empty(OpenLine.Of(contract));
    }
}
