using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;

namespace HangarBay.Domain.Tests.Contracts;

/// <summary>The blueprints that a contract offers, copies and originals.</summary>
public sealed class BlueprintOfferTests
{
    private static readonly TermRange Unknown = new(null, null, null);

    [Fact]
    public void Without_an_offered_blueprint_there_is_none()
    {
        Assert.Null(Of());
        Assert.Null(Of(Line(isCopy: false) with { CategoryId = CategoryId.Ship }));
        Assert.Null(Of(Line(isCopy: true) with { IsIncluded = false }, Line(isCopy: false) with { IsIncluded = false }));
    }

    [Fact]
    public void An_original_has_efficiencies_and_no_runs() => Assert.Equal(
        new BlueprintOffer(BlueprintKind.Original, 0, 1, Unknown, Same(10), Same(20)), Of(Line(isCopy: false, runs: null, me: 10, te: 20)));

    [Fact]
    public void A_copy_has_all_three() =>
        Assert.Equal(new BlueprintOffer(BlueprintKind.Copy, 1, 0, Same(5), Same(10), Same(20)), Of(Line(isCopy: true, runs: 5, me: 10, te: 20)));

    [Fact]
    public void A_copy_is_a_blueprint_while_its_type_is_unknown() =>
        Assert.Equal(BlueprintKind.Copy, Of(Line(isCopy: true) with { CategoryId = null })!.Value.Kind);

    [Fact]
    public void Lines_that_agree_have_the_terms_of_one_and_those_that_differ_a_range()
    {
        Assert.Equal(
            new BlueprintOffer(BlueprintKind.Copy, 3, 0, Same(5), new(null, 8, 10), new(null, 0, 20)),
            Of(Line(isCopy: true, 5, 10, 20), Line(isCopy: true, 5, 10, 0), Line(isCopy: true, 5, 8, 20)));
        Assert.Equal(
            new BlueprintOffer(BlueprintKind.Copy, 9, 0, Same(10), Same(10), Same(20)), Of([.. Enumerable.Repeat(Line(isCopy: true, 10, 10, 20), 9)]));
    }

    [Fact]
    public void An_original_beside_a_copy_does_not_have_the_terms_of_the_copy() => Assert.Equal(
        new BlueprintOffer(BlueprintKind.Both, 1, 1, new(null, 1, 1), new(null, 0, 10), new(null, 0, 20)),
        Of(Line(isCopy: false, null, 10, 20), Line(isCopy: true, 1, 0, 0)));

    [Fact]
    public void A_line_without_a_term_differs_from_one_that_has_it_and_is_in_no_range()
    {
        Assert.Equal(new TermRange(null, 3, 7), Of(Line(true, me: 7), Line(true, me: null), Line(true, me: 3))!.Value.MaterialEfficiency);
        Assert.Equal(new TermRange(null, 3, 3), Of(Line(true, me: null), Line(true, me: 3))!.Value.MaterialEfficiency);
        Assert.Equal(new TermRange(null, 3, 5), Of(Line(true, me: 3), Line(true, me: 5), Line(true, me: null))!.Value.MaterialEfficiency);
        Assert.Equal(Unknown, Of(Line(true, me: null), Line(true, me: null))!.Value.MaterialEfficiency);
    }

    [Fact]
    public void Units_are_counted_and_not_lines()
    {
        var offer = Of(Line(isCopy: true) with { Quantity = 4 }, Line(isCopy: true), Line(isCopy: false) with { Quantity = 3 })!.Value;

        Assert.Equal((5, 3), (offer.CopyCount, offer.OriginalCount));
        Assert.Equal(int.MaxValue, Of(Line(isCopy: true) with { Quantity = long.MaxValue }, Line(isCopy: true))!.Value.CopyCount);
    }

    [Fact]
    public void Other_goods_beside_blueprints_have_no_part_in_it() => Assert.Equal(
        Of(Line(isCopy: true, 5, 10, 20)), Of(Line(isCopy: true, 5, 10, 20), Line(isCopy: false, 1, 2, 3) with { CategoryId = CategoryId.Module }));

    private static BlueprintOffer? Of(params LotLine[] lines) => BlueprintOffer.Of(lines);

    private static TermRange Same(int value) => new(value, value, value);

    private static LotLine Line(bool isCopy, int? runs = 1, int? me = 0, int? te = 0) =>
        new(Known.RifterBlueprint, CategoryId.Blueprint, null, IsIncluded: true, isCopy, runs, me, te, 1);
}
