using HangarBay.Application.Contracts.Filters;
using HangarBay.Domain;
using HangarBay.WebUi.Texts;

namespace HangarBay.WebUi.Tests.Texts;

public sealed class FilterTextTests
{
    /// <summary>Without the ships filter, which has its own control on pages.</summary>
    public static TheoryData<string> Filters => [.. ContractFilters.Table.All.Except([ContractFilters.Ships]).Select(filter => filter.Name)];

    [Theory]
    [MemberData(nameof(Filters))]
    public void Every_filter_has_a_name_on_pages(string filter) =>
        Assert.All(Enum.GetValues<Language>(), language => Assert.NotNull(Words.In(language).Find($"Filters.By.{filter}")));
}
