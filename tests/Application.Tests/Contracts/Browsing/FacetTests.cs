using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Tests.Given;
using static HangarBay.Application.Tests.Given.World;

namespace HangarBay.Application.Tests.Contracts.Browsing;

/// <summary>
/// Counts of values with all other filters applied (B17). Tests on random markets prove that each count is what a click shows.
/// </summary>
public sealed class FacetTests : BrowsingTest
{
    [Fact]
    public async Task Only_the_requested_facets_are_counted()
    {
        Given(Numbered(1).Offering(Known.Rokh));

        Assert.Null((await BrowseAsync(new BrowseContracts())).Facets);
        var facets = (await BrowseAsync(new BrowseContracts { Facets = [FacetFamily.Security] })).Facets!;

        Assert.NotNull(facets.Security);
        Assert.Equal(
            (null, null, null, null, null, null), (facets.Regions, facets.Categories, facets.Groups, facets.Types, facets.ContractTypes, facets.Segments));
    }

    [Fact]
    public async Task A_contract_counts_once_for_each_offered_type()
    {
        Given(Numbered(1).Offering(Known.Rokh).Offering(Known.Rokh, recordId: 2).Offering(Known.Railgun, recordId: 3), Numbered(2).Requesting(Known.Rokh), Numbered(3));

        Assert.Equal([(Known.Railgun.Value, 1), (Known.Rokh.Value, 1)], await TypesAsync(new BrowseContracts()));
    }

    [Fact]
    public async Task Other_line_filters_apply_to_the_same_line()
    {
        Given(Numbered(1).Offering(Known.Rokh).Offering(Known.Railgun, recordId: 2), Numbered(2).Offering(Known.Railgun));

        Assert.Equal([(Known.Rokh.Value, 1)], await TypesAsync(new BrowseContracts { CategoryIds = [Known.Ship] }));
    }

    [Fact]
    public async Task A_facet_ignores_its_own_filter_and_always_lists_the_chosen_values()
    {
        Given(Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), Numbered(3).Offering(Known.Railgun));

        Assert.Equal(
            [(Known.Railgun.Value, 2), (Known.Rokh.Value, 1), (1, 0)], await TypesAsync(new BrowseContracts { TypeIds = [Known.Rokh, new TypeId(1)] }));
    }

    [Fact]
    public async Task A_facet_lists_the_hundred_largest_values_and_counts_those_left_out()
    {
        Given([.. Enumerable.Range(1, 103).Select(id => Numbered(id).Offering(new TypeId(1_000 + id))), Numbered(200).Offering(new TypeId(1_103))]);

        var facet = (await BrowseAsync(new BrowseContracts { TypeIds = [new TypeId(1_102)], Facets = [FacetFamily.Types] })).Facets!.Types!;

        Assert.Equal((101, 2), (facet.Values.Count, facet.LeftOut));
        Assert.Equal((1_103, 2), (facet.Values[0].Id, facet.Values[0].Count));
        Assert.Contains(facet.Values, value => value.Id == 1_102);
        Assert.DoesNotContain(facet.Values, value => value.Id == 1_101);
    }

    [Fact]
    public async Task Contract_types_are_counted_as_the_total_would_be_not_as_the_segments_are()
    {
        Given(Numbered(1).Offering(Known.Rokh), Numbered(2).Offering(Known.Railgun), ACourier(3));

        var page = await BrowseAsync(new BrowseContracts { IsShipContract = true, ContractTypes = [ContractType.Auction], Facets = [FacetFamily.ContractTypes] });

        Assert.Equal((1, 1), (page.SegmentCounts.ItemExchange, page.SegmentCounts.Courier));
        Assert.Equal(
            [(ContractType.ItemExchange, 1)], page.Facets!.ContractTypes!.Values.Where(value => value.Count > 0).Select(value => (value.Value, value.Count)));
    }

    private async Task<IEnumerable<(int, int)>> TypesAsync(BrowseContracts query) =>
        (await BrowseAsync(query with { Facets = [FacetFamily.Types] })).Facets!.Types!.Values.Select(value => (value.Id, value.Count));
}
