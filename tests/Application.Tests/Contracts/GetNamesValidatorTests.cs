using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.GettingNames;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Universe;

namespace HangarBay.Application.Tests.Contracts;

public sealed class GetNamesValidatorTests
{
    [Fact]
    public void Each_kind_may_have_as_many_ids_as_a_filter() => Assert.Empty(ErrorsOf(OfEach(BrowseContracts.MaxValues)));

    [Fact]
    public void Too_many_ids_are_refused_with_the_name_of_the_parameter() => Assert.Equal(
        [
            (nameof(GetNames.SystemIds), "At most 200 systems at once."),
            (nameof(GetNames.StationIds), "At most 200 stations at once."),
            (nameof(GetNames.TypeIds), "At most 200 types at once."),
            (nameof(GetNames.RegionIds), "At most 200 regions at once."),
            (nameof(GetNames.CharacterIds), "At most 200 characters at once."),
        ],
        ErrorsOf(OfEach(BrowseContracts.MaxValues + 1)));

    private static GetNames OfEach(int count)
    {
        var ids = Enumerable.Range(1, count).ToList();
        return new GetNames
        {
            SystemIds = [.. ids.Select(id => new SystemId(id))],
            StationIds = [.. ids.Select(id => new LocationId(id))],
            TypeIds = [.. ids.Select(id => new TypeId(id))],
            RegionIds = [.. ids.Select(id => new RegionId(id))],
            CharacterIds = [.. ids.Select(id => new CharacterId(id))],
        };
    }

    private static IEnumerable<(string Name, string Message)> ErrorsOf(GetNames query) =>
        new GetNamesValidator().Validate(query).Errors.Select(error => (error.PropertyName, error.ErrorMessage));
}
