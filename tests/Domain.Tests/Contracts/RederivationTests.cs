using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>Derived values when the catalogue knows more about the types than when the lines were stored.</summary>
public sealed class RederivationTests
{
    [Fact]
    public void A_contract_derived_again_equals_one_derived_with_known_types() =>
        Any.Lines.Sample(lines =>
        {
            var (blind, seeing) = (Taking(lines, _ => default), Taking(lines, Known.Catalogue));

            blind.Rederive(Known.Catalogue);

            Assert.Equal(
                (seeing.Headline, seeing.ShipName, seeing.IsShipContract, seeing.IsWantToBuy, seeing.BlueprintSummary, seeing.Composition, seeing.Price),
                (blind.Headline, blind.ShipName, blind.IsShipContract, blind.IsWantToBuy, blind.BlueprintSummary, blind.Composition, blind.Price));
            Assert.Equal(seeing.Lines.Select(Class), blind.Lines.Select(Class));
        });

    [Fact]
    public void It_returns_whether_a_value_has_changed() =>
        Any.Lines.Sample(lines =>
        {
            var contract = Taking(lines, _ => default);

            Assert.Equal(lines.Any(line => line.IsIncluded && line.TypeId != Known.Mystery), contract.Rederive(Known.Catalogue));
            Assert.False(contract.Rederive(Known.Catalogue));
        });

    [Fact]
    public void A_change_of_the_group_alone_counts_as_a_change()
    {
        var contract = AContract().Offering(Known.Rokh).Requesting(Known.Rifter).Build();
        static CatalogueEntry Regrouped(TypeId type) => Known.Catalogue(type) with { GroupId = new GroupId(898) };

        Assert.True(contract.Rederive(Regrouped));
        Assert.Equal([(Known.Ship, new GroupId(898)), (null, (GroupId?)null)], contract.Lines.OrderByDescending(line => line.IsIncluded).Select(Class));
    }

    [Fact]
    public void A_contract_whose_lines_are_unread_is_left_alone()
    {
        var contract = AContract().Build();

        contract.Rederive(Known.Catalogue);

        Assert.Equal((LinesState.Pending, HeadlineKind.Number), (contract.LinesState, contract.Headline.Kind));
    }

    private static (CategoryId? Category, GroupId? Group) Class(ContractLine line) => (line.CategoryId, line.GroupId);

    private static Contract Taking(IEnumerable<ContractLine> lines, Func<TypeId, CatalogueEntry> catalogue)
    {
        var contract = AContract().Build();
        contract.TakeLines(lines.Select(line => new ContractLine(
            contract.Id, line.RecordId, line.TypeId, line.Quantity, line.IsIncluded, line.IsBlueprintCopy, line.Runs)), catalogue);
        return contract;
    }
}
