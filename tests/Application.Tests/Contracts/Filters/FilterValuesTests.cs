using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts.Filters;

/// <summary>The filters that a question is given (decision 21).</summary>
public sealed class FilterValuesTests
{
    [Fact]
    public void Filters_are_written_in_one_order_and_one_form()
    {
        var one = new BrowseContracts { MaxTe = 20, MinPrice = 1.50m, TypeIds = [new TypeId(9), new TypeId(5), new TypeId(9)], IsBpc = true, Search = " rokh " };
        var other = new BrowseContracts { Search = "rokh", TypeIds = [new TypeId(5), new TypeId(9)], IsBpc = true, MinPrice = 1.5m, MaxTe = 20 };

        Assert.Equal("search=rokh&type_ids=5&type_ids=9&min_price=1.5&is_bpc=true&max_te=20", one.Given.ToString());
        Assert.Equal(one.Given.ToString(), other.Given.ToString());
    }

    [Fact]
    public void An_instant_is_written_in_UTC_with_as_many_decimals_as_it_needs()
    {
        var noon = new DateTimeOffset(2026, 3, 14, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal("since=2026-03-14T12:00:00Z", new BrowseContracts { Since = noon.ToOffset(TimeSpan.FromHours(-5)) }.Given.ToString());
        Assert.Equal("since=2026-03-14T12:00:00.05Z", new BrowseContracts { Since = noon.AddMilliseconds(50) }.Given.ToString());
        Assert.Empty((new BrowseContracts { Since = noon } with { Since = null }).Given);
    }

    [Fact]
    public void A_filter_that_is_set_to_null_is_removed()
    {
        var query = new BrowseContracts { MinPrice = 1, MaxPrice = 2, RegionIds = [new RegionId(1)], IsShipContract = true };

        Assert.Equal("max_price=2", (query with { MinPrice = null, RegionIds = [], IsShipContract = null }).Given.ToString());
        Assert.Empty(query.With(ContractFilters.Price, null).With(ContractFilters.Regions, null).With(ContractFilters.Ships, null).Given);
    }

    [Fact]
    public void A_change_of_a_copy_leaves_the_original_unchanged()
    {
        var query = new BrowseContracts { MinPrice = 1 };

        Assert.Equal(5, (query with { MinPrice = 5 }).MinPrice);
        Assert.Equal(1, query.MinPrice);
    }

    [Fact]
    public void Each_part_of_a_filter_can_be_removed_on_its_own()
    {
        var query = new BrowseContracts { MinPrice = 1, MaxPrice = 2, ContractTypes = [ContractType.Loan, ContractType.Auction, ContractType.Loan] };

        var rest = query.Given.SelectMany(given => given.Filter.PartsOf(given.Value).Select(part => query.With(given.Filter, part.Without).Given.ToString()));

        Assert.Equal(
            ["contract_type=loan&min_price=1&max_price=2", "contract_type=auction&min_price=1&max_price=2", "contract_type=auction&contract_type=loan&max_price=2",
             "contract_type=auction&contract_type=loan&min_price=1"],
            rest);
        Assert.Null(Assert.Single(ContractFilters.Price.PartsOf(new Bounds(1, null))).Without);
    }

    [Fact]
    public void Each_parameter_belongs_to_exactly_one_filter()
    {
        var parameters = ContractFilters.Table.All.SelectMany(filter => filter.Parameters, (filter, parameter) => (filter, parameter)).ToList();

        Assert.All(parameters, pair => Assert.Same(pair.filter, ContractFilters.Table.Find(pair.parameter)));
        Assert.Equal(36, parameters.Count);
        Assert.Null(ContractFilters.Table.Find("page"));
    }

    [Fact]
    public void The_filters_that_need_lines_are_those_of_the_rules()
    {
        var always = ContractFilters.Table.All.Where(filter => filter.NeedsLines == LineNeed.Always).Select(filter => filter.Name);

        Assert.Equal(["is_ship_contract", "single", "type_ids", "category_id", "group_id", "unit_price", "is_bpc", "runs", "me", "te"], always);
        Assert.Equal([ContractFilters.Search], ContractFilters.Table.All.Where(filter => filter.NeedsLines == LineNeed.Sometimes));
        Assert.Equal(
            ["type_ids", "category_id", "group_id", "runs", "me", "te"], ContractFilters.Table.All.Where(filter => filter.AsksOneLine).Select(filter => filter.Name));
    }
}
