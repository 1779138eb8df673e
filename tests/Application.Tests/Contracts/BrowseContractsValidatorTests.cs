using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

public sealed class BrowseContractsValidatorTests
{
    public static TheoryData<BrowseContracts> Allowed => new()
    {
        new BrowseContracts(),
        new BrowseContracts { Search = "rokh", MinPrice = 0, MaxPrice = 0, Page = int.MaxValue, Size = 1 },
        new BrowseContracts { MinPrice = 1.2300m, MaxPrice = 1_000_000_000_000m, Size = 100 },
        new BrowseContracts { MinCollateral = 0, MaxCollateral = 0, MinReward = 1, MaxReward = 1.01m },
        new BrowseContracts { MinRuns = 0, MaxRuns = 0, MinMe = 10, MaxMe = 10, MinTe = 0, MaxTe = int.MaxValue },
        new BrowseContracts { RegionIds = [.. Enumerable.Range(1, 200).Select(id => new RegionId(id))] },
        new BrowseContracts { EndRegionIds = [.. Enumerable.Range(1, 200).Select(id => new RegionId(id))], MinVolume = 0, MaxVolume = 0.000001m, EndsWithin = 1 },
        new BrowseContracts { Since = DateTimeOffset.MaxValue },
        new BrowseContracts { IssuerIds = [.. Enumerable.Range(1, 10).Select(id => new CharacterId(id))], EndsWithin = 720 },
    };

    public static TheoryData<string, BrowseContracts> Refused => new()
    {
        { nameof(BrowseContracts.Search), new BrowseContracts { Search = "ab" } },
        { nameof(BrowseContracts.MinPrice), new BrowseContracts { MinPrice = -0.01m } },
        { nameof(BrowseContracts.MinPrice), new BrowseContracts { MinPrice = decimal.MaxValue } },
        { nameof(BrowseContracts.MinPrice), new BrowseContracts { MinPrice = 0.001m } },
        { nameof(BrowseContracts.MaxReward), new BrowseContracts { MaxReward = 1.005m } },
        { nameof(BrowseContracts.MaxPrice), new BrowseContracts { MaxPrice = -1 } },
        { nameof(BrowseContracts.MaxPrice), new BrowseContracts { MinPrice = 2, MaxPrice = 1 } },
        { nameof(BrowseContracts.MinCollateral), new BrowseContracts { MinCollateral = -1 } },
        { nameof(BrowseContracts.MaxCollateral), new BrowseContracts { MinCollateral = 2, MaxCollateral = 1 } },
        { nameof(BrowseContracts.MaxReward), new BrowseContracts { MaxReward = -1 } },
        { nameof(BrowseContracts.MaxReward), new BrowseContracts { MinReward = 2, MaxReward = 1 } },
        { nameof(BrowseContracts.MinRuns), new BrowseContracts { MinRuns = -1 } },
        { nameof(BrowseContracts.MaxRuns), new BrowseContracts { MinRuns = 2, MaxRuns = 1 } },
        { nameof(BrowseContracts.MaxMe), new BrowseContracts { MaxMe = -1 } },
        { nameof(BrowseContracts.MaxMe), new BrowseContracts { MinMe = 2, MaxMe = 1 } },
        { nameof(BrowseContracts.MinTe), new BrowseContracts { MinTe = -1 } },
        { nameof(BrowseContracts.MaxTe), new BrowseContracts { MinTe = 2, MaxTe = 1 } },
        { nameof(BrowseContracts.SystemIds), new BrowseContracts { SystemIds = [.. Enumerable.Range(1, 201).Select(id => new SystemId(id))] } },
        { nameof(BrowseContracts.StationIds), new BrowseContracts { StationIds = [.. Enumerable.Range(1, 201).Select(id => new LocationId(id))] } },
        { nameof(BrowseContracts.Security), new BrowseContracts { Security = [.. Enumerable.Repeat(SecurityBand.Low, 201)] } },
        { nameof(BrowseContracts.Cursor), new BrowseContracts { Cursor = "abc" } },
        { nameof(BrowseContracts.Cursor), new BrowseContracts { Cursor = "abc", Page = 1 } },
        { nameof(BrowseContracts.RegionIds), new BrowseContracts { RegionIds = [.. Enumerable.Range(1, 201).Select(id => new RegionId(id))] } },
        { nameof(BrowseContracts.TypeIds), new BrowseContracts { TypeIds = [.. Enumerable.Range(1, 201).Select(id => new Domain.Catalogue.TypeId(id))] } },
        { "CategoryId", new BrowseContracts { CategoryIds = [.. Enumerable.Repeat(Domain.Catalogue.CategoryId.Ship, 201)] } },
        { "ContractType", new BrowseContracts { ContractTypes = [.. Enumerable.Repeat(Domain.Contracts.ContractType.Loan, 201)] } },
        { nameof(BrowseContracts.EndRegionIds), new BrowseContracts { EndRegionIds = [.. Enumerable.Range(1, 201).Select(id => new RegionId(id))] } },
        { nameof(BrowseContracts.EndSystemIds), new BrowseContracts { EndSystemIds = [.. Enumerable.Range(1, 201).Select(id => new SystemId(id))] } },
        { nameof(BrowseContracts.EndStationIds), new BrowseContracts { EndStationIds = [.. Enumerable.Range(1, 201).Select(id => new LocationId(id))] } },
        { nameof(BrowseContracts.EndSecurity), new BrowseContracts { EndSecurity = [.. Enumerable.Repeat(SecurityBand.Low, 201)] } },
        { nameof(BrowseContracts.MinVolume), new BrowseContracts { MinVolume = -0.01m } },
        { nameof(BrowseContracts.MaxVolume), new BrowseContracts { MaxVolume = -1 } },
        { nameof(BrowseContracts.MaxVolume), new BrowseContracts { MinVolume = 0.02m, MaxVolume = 0.01m } },
        { nameof(BrowseContracts.EndsWithin), new BrowseContracts { EndsWithin = 0 } },
        { nameof(BrowseContracts.EndsWithin), new BrowseContracts { EndsWithin = 721 } },
        { nameof(BrowseContracts.IssuerIds), new BrowseContracts { IssuerIds = [.. Enumerable.Range(1, 11).Select(id => new CharacterId(id))] } },
        { nameof(BrowseContracts.IssuerIds), new BrowseContracts { IssuerIds = [.. Enumerable.Repeat(new CharacterId(1), 11)] } },
        { nameof(BrowseContracts.Page), new BrowseContracts { Page = 0 } },
        { nameof(BrowseContracts.Page), new BrowseContracts { Page = int.MinValue } },
        { nameof(BrowseContracts.Size), new BrowseContracts { Size = 0 } },
        { nameof(BrowseContracts.Size), new BrowseContracts { Size = 101 } },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void Valid_values_are_allowed(BrowseContracts query) => Assert.Empty(new BrowseContractsValidator().Validate(query).Errors);

    [Theory]
    [MemberData(nameof(Refused))]
    public void An_invalid_value_is_refused_with_one_sentence_that_names_its_parameter(string parameter, BrowseContracts query)
    {
        var error = Assert.Single(new BrowseContractsValidator().Validate(query).Errors);

        Assert.Equal(parameter, error.PropertyName);
        Assert.EndsWith(".", error.ErrorMessage, StringComparison.Ordinal);
        Assert.DoesNotContain('{', error.ErrorMessage);
    }

    [Fact]
    public void All_errors_are_reported_at_once() => Assert.Equal(
        ["Page", "Search", "Size"],
        new BrowseContractsValidator().Validate(new BrowseContracts { Search = "a", Page = 0, Size = 0 }).Errors.Select(error => error.PropertyName).Order());
}
