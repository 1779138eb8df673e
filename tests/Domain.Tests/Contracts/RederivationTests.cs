using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>The catalogue tells more of the types than when the lines were taken.</summary>
public sealed class RederivationTests
{
    [Fact]
    public void A_contract_read_while_nothing_was_known_becomes_what_it_would_have_been() =>
        Any.Lines.Sample(lines =>
        {
            var (blind, seeing) = (Taking(lines, _ => default), Taking(lines, Known.Catalogue));

            blind.Rederive(Known.Catalogue);

            Assert.Equal(
                (seeing.Headline, seeing.ShipName, seeing.IsShipContract, seeing.IsWantToBuy, seeing.BlueprintSummary, seeing.Composition, seeing.Price),
                (blind.Headline, blind.ShipName, blind.IsShipContract, blind.IsWantToBuy, blind.BlueprintSummary, blind.Composition, blind.Price));
        });

    [Fact]
    public void A_contract_whose_lines_are_unread_is_left_alone()
    {
        var contract = AContract().Build();

        contract.Rederive(Known.Catalogue);

        Assert.Equal((ItemsState.Pending, HeadlineKind.Number), (contract.ItemsState, contract.Headline.Kind));
    }

    private static Contract Taking(IEnumerable<ContractItem> lines, Func<TypeId, CatalogueEntry> catalogue)
    {
        var contract = AContract().Build();
        contract.TakeItems(lines.Select(line => new ContractItem(
            contract.Id, line.RecordId, line.TypeId, line.Quantity, line.IsIncluded, line.IsBlueprintCopy, line.Runs)), catalogue);
        return contract;
    }
}
