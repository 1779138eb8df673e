using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>Compares what a row shows of its lines with a second, very simple evaluation.</summary>
public sealed class DerivationTests
{
    [Fact]
    public void Everything_derived_from_lines_agrees_with_a_plain_second_evaluation() =>
        Any.Lines.Sample(lines =>
        {
            var contract = Taking(lines);
            var naive = new Naive(lines);

            Assert.Equal(naive.Headline, contract.Headline);
            Assert.Equal(naive.ShipName, contract.ShipName);
            Assert.Equal(naive.IsShipContract, contract.IsShipContract);
            Assert.Equal(naive.IsBlueprintCopyContract, contract.IsBlueprintCopyContract);
            Assert.Equal(naive.IsWantToBuy, contract.IsWantToBuy);
            Assert.Equal(naive.BlueprintSummary, contract.BlueprintSummary);
        });

    [Fact]
    public void Lines_are_kept_in_the_order_of_their_record_ids() =>
        Any.Lines.Sample(lines =>
        {
            var kept = Taking(lines).Lines.Select(line => line.RecordId).ToList();
            Assert.Equal(kept.Order(), kept);
            Assert.Equal(lines.Length, kept.Count);
        });

    [Fact]
    public void The_order_in_which_lines_come_changes_nothing() =>
        Any.Lines.SelectMany(lines => Gen.Shuffle(lines).Select(shuffled => (lines, shuffled))).Sample(pair =>
        {
            var (one, other) = (Taking(pair.lines), Taking(pair.shuffled));
            Assert.Equal(
                (one.Headline, one.ShipName, one.BlueprintSummary, one.Composition),
                (other.Headline, other.ShipName, other.BlueprintSummary, other.Composition));
        });

    [Fact]
    public void A_ship_is_the_headline_even_after_other_items() =>
        Assert.Equal(
            new Headline(HeadlineKind.Ship, Known.Rokh, 1),
            AContract().Offering(Known.Railgun).Offering(Known.Rokh).Offering(Known.Rifter).Build().Headline);

    [Fact]
    public void The_ship_with_the_lowest_record_id_is_the_headline() =>
        Assert.Equal(
            new Headline(HeadlineKind.Ship, Known.Rifter, 1),
            AContract().Offering(Known.Rokh, recordId: 20).Offering(Known.Rifter, recordId: 10).Build().Headline);

    [Fact]
    public void A_ship_that_is_only_requested_is_no_headline_and_makes_no_ship_contract()
    {
        var contract = AContract().Requesting(Known.Rokh).Offering(Known.Railgun).Build();

        Assert.Equal(new Headline(HeadlineKind.Item, Known.Railgun, 1), contract.Headline);
        Assert.False(contract.IsShipContract);
        Assert.Null(contract.ShipName);
    }

    [Fact]
    public void A_want_to_buy_has_the_first_requested_item_as_headline() =>
        Assert.Equal(
            new Headline(HeadlineKind.Wanted, Known.Railgun, 1),
            AContract().Requesting(Known.Rokh, recordId: 2).Requesting(Known.Railgun, recordId: 1).Build().Headline);

    [Fact]
    public void A_headline_counts_its_type_in_all_lines_of_its_side()
    {
        Assert.Equal(
            new Headline(HeadlineKind.Ship, Known.Rokh, 8),
            AContract().Offering(Known.Rokh, quantity: 7).Offering(Known.Railgun, quantity: 5).Offering(Known.Rokh).Requesting(Known.Rokh, quantity: 100).Build().Headline);
        Assert.Equal(
            new Headline(HeadlineKind.Wanted, Known.Railgun, long.MaxValue),
            AContract().Requesting(Known.Railgun, quantity: long.MaxValue - 1).Requesting(Known.Railgun, quantity: 2).Build().Headline);
    }

    [Fact]
    public void A_title_is_never_the_headline_where_lines_are_known() =>
        Assert.Equal(HeadlineKind.Item, AContract().Titled("Cheap!").Offering(Known.Railgun).Build().HeadlineKind);

    [Theory]
    [InlineData(ContractType.Courier, "To Amarr", HeadlineKind.Title)]
    [InlineData(ContractType.Courier, " ", HeadlineKind.Courier)]
    [InlineData(ContractType.ItemExchange, "Cheap!", HeadlineKind.Title)]
    [InlineData(ContractType.ItemExchange, "", HeadlineKind.Number)]
    [InlineData(ContractType.Auction, "\0", HeadlineKind.Number)]
    [InlineData(ContractType.Loan, "", HeadlineKind.Number)]
    [InlineData(ContractType.Unknown, "What is it", HeadlineKind.Title)]
    public void Without_lines_the_title_is_the_headline_else_the_type(ContractType type, string title, HeadlineKind kind) =>
        Assert.Equal(new Headline(kind), AContract(type).Titled(title).Listed().Headline);

    [Fact]
    public void One_copy_shows_its_terms() =>
        Assert.Equal(
            new BlueprintSummary(1, 10, 8, 14),
            AContract().OfferingCopy(Known.RifterBlueprint, runs: 10, me: 8, te: 14).Offering(Known.RifterBlueprint).Build().BlueprintSummary);

    [Fact]
    public void Several_copies_show_only_their_number_even_when_equal() =>
        Assert.Equal(
            new BlueprintSummary(2, null, null, null),
            AContract().OfferingCopy(Known.RifterBlueprint).OfferingCopy(Known.RifterBlueprint).Build().BlueprintSummary);

    [Fact]
    public void A_copy_that_is_requested_is_not_summarised()
    {
        var contract = AContract().Offering(Known.Rokh).RequestingCopy(Known.RifterBlueprint).Build();

        Assert.Null(contract.BlueprintSummary);
        Assert.False(contract.IsBlueprintCopyContract);
    }

    private static Contract Taking(IEnumerable<ContractLine> lines)
    {
        var contract = AContract().Listed();
        contract.TakeLines(lines, Known.Catalogue);
        return contract;
    }

    private sealed class Naive
    {
        public Naive(IReadOnlyCollection<ContractLine> lines)
        {
            TypeId? ship = null, item = null, wanted = null;
            var copies = new List<ContractLine>();
            foreach (var line in lines.OrderBy(line => line.RecordId))
            {
                if (!line.IsIncluded)
                {
                    wanted ??= line.TypeId;
                    continue;
                }

                item ??= line.TypeId;
                if (line.TypeId == Known.Rokh || line.TypeId == Known.Rifter) ship ??= line.TypeId;
                if (line.IsBlueprintCopy) copies.Add(line);
            }

            var leading = ship ?? item ?? wanted;
            var quantity = lines.Where(line => line.TypeId == leading && line.IsIncluded == (item is not null)).Sum(line => line.Quantity);
            Headline = new(ship is not null ? HeadlineKind.Ship : item is not null ? HeadlineKind.Item : HeadlineKind.Wanted, leading, quantity);
            ShipName = ship == Known.Rokh ? "Rokh" : ship == Known.Rifter ? "Rifter" : null;
            IsShipContract = ship is not null;
            IsWantToBuy = item is null;
            IsBlueprintCopyContract = copies.Count > 0;
            BlueprintSummary = copies.Count == 0 ? null
                : copies.Count > 1 ? new(copies.Count, null, null, null)
                : new(1, copies[0].Runs, copies[0].MaterialEfficiency, copies[0].TimeEfficiency);
        }

        public Headline Headline { get; }

        public string? ShipName { get; }

        public bool IsShipContract { get; }

        public bool IsWantToBuy { get; }

        public bool IsBlueprintCopyContract { get; }

        public BlueprintSummary? BlueprintSummary { get; }
    }
}
