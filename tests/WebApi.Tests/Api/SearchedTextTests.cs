using HangarBay.Infrastructure.Persistence;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteSearchedTextTests() : SearchedTextTests(DatabaseProvider.Sqlite);

public sealed class PostgresSearchedTextTests() : SearchedTextTests(DatabaseProvider.Postgres);

/// <summary>Searches compare texts in one form (B16).</summary>
public abstract class SearchedTextTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    /// <summary>What is typed or pasted, and what the title says.</summary>
    public static TheoryData<string, string, int> Texts => new()
    {
        { "Hybrid Charge L", "Hybrid Charge L*", 1 },
        { "Hybrid Charge L*", "hybrid \"charge l\"", 1 },
        { "l’élite", "l'élite", 1 },
        { "l'e\u0301lite", "L‘ÉLITE", 1 },
        { "Ещё Роки", "еще роки", 1 },
        { "еще роки", "ЕЩЁ", 1 },
        { "ＲＯＫＨ　ｆｉｔ", "rokh\tfit", 1 },
        { "Ro\u200Bkh fit", "rokh", 1 },
        { "Rokh fit", "“rokh  fit”", 1 },
        { "Rokh 5*10", "5*10", 1 },
        { "elite", "élite", 0 },
        { "Rokh fit", "fitted", 0 },
    };

    [SkippableTheory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_found_however_it_is_written(string title, string search, int found)
    {
        await Api.GivenContracts(ACourier().Titled(title), ACourier().Titled("Something else"));

        Assert.Equal(found, (await BrowseAsync($"search={search}")).Total);
    }
}
