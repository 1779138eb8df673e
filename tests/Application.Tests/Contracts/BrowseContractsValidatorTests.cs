using HangarBay.Application.Contracts.BrowseContracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

public sealed class BrowseContractsValidatorTests
{
    public static TheoryData<BrowseContracts> Allowed => new()
    {
        new BrowseContracts(),
        new BrowseContracts { Search = "rokh", MinPrice = 0, MaxPrice = 0, Page = int.MaxValue, Size = 1 },
        new BrowseContracts { MinPrice = 1.23m, MaxPrice = 1_000_000_000_000m, Size = 100 },
        new BrowseContracts { RegionIds = [.. Enumerable.Range(1, 200).Select(id => new RegionId(id))] },
    };

    public static TheoryData<string, BrowseContracts> Refused => new()
    {
        { nameof(BrowseContracts.Search), new BrowseContracts { Search = "ab" } },
        { nameof(BrowseContracts.MinPrice), new BrowseContracts { MinPrice = -0.01m } },
        { nameof(BrowseContracts.MinPrice), new BrowseContracts { MinPrice = decimal.MaxValue } },
        { nameof(BrowseContracts.MaxPrice), new BrowseContracts { MaxPrice = -1 } },
        { nameof(BrowseContracts.MaxPrice), new BrowseContracts { MinPrice = 2, MaxPrice = 1 } },
        { nameof(BrowseContracts.RegionIds), new BrowseContracts { RegionIds = [.. Enumerable.Range(1, 201).Select(id => new RegionId(id))] } },
        { nameof(BrowseContracts.TypeIds), new BrowseContracts { TypeIds = [.. Enumerable.Range(1, 201).Select(id => new Domain.Catalogue.TypeId(id))] } },
        { nameof(BrowseContracts.Page), new BrowseContracts { Page = 0 } },
        { nameof(BrowseContracts.Page), new BrowseContracts { Page = int.MinValue } },
        { nameof(BrowseContracts.Size), new BrowseContracts { Size = 0 } },
        { nameof(BrowseContracts.Size), new BrowseContracts { Size = 101 } },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void What_means_something_is_allowed(BrowseContracts query) => Assert.Empty(new BrowseContractsValidator().Validate(query).Errors);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_means_nothing_is_refused_by_its_parameters_name_in_one_sentence(string parameter, BrowseContracts query)
    {
        var error = Assert.Single(new BrowseContractsValidator().Validate(query).Errors);

        Assert.Equal(parameter, error.PropertyName);
        Assert.EndsWith(".", error.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain('{', error.ErrorMessage);
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        ["Page", "Search", "Size"],
        new BrowseContractsValidator().Validate(new BrowseContracts { Search = "a", Page = 0, Size = 0 }).Errors.Select(error => error.PropertyName).Order());
}
