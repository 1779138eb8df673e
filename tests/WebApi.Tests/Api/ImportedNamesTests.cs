using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class ImportedNamesOnSqlite() : ImportedNamesBehaviour(DatabaseProvider.Sqlite);

public sealed class ImportedNamesOnPostgres() : ImportedNamesBehaviour(DatabaseProvider.Postgres);

/// <summary>M10: names from an import of the static data are answered in the reader's language.</summary>
public abstract class ImportedNamesBehaviour(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableTheory]
    [InlineData("de", "Rokh", "Schiff")]
    [InlineData("ja", "ロク", "ja Ship")]
    [InlineData("ko", "ko Rokh", "ko Ship")]
    [InlineData("fr", "fr Rokh", "fr Ship")]
    [InlineData("ru", "ru Rokh", "ru Ship")]
    [InlineData("zh", "zh Rokh", "zh Ship")]
    [InlineData("es", "es Rokh", "es Ship")]
    [InlineData("en", "Rokh", "Ship")]
    public async Task A_contract_is_named_in_each_of_the_eight_languages(string language, string type, string category)
    {
        var id = await Api.GivenContract(AContract().Offering(Universe.Rokh));

        await Api.ImportAsync(StaticDataExport.OfBuild(1));

        var answer = (await Api.SendAsync(HttpMethod.Get, $"/api/v1/contracts/{id}", ("Accept-Language", language))).Expect(HttpStatusCode.OK).Json;
        Assert.Equal(type, answer.GetProperty("primary_label").GetString());
        var line = answer.GetProperty("items")[0];
        Assert.Equal((type, category), (line.GetProperty("type_name").GetString(), line.GetProperty("category").GetString()));
        Assert.Equal(80, line.GetProperty("market_group_id").GetInt32());
    }

    [SkippableFact]
    public async Task An_unknown_type_is_found_by_its_German_name_once_it_is_imported()
    {
        var id = await Api.GivenContract(AContract().Offering(Universe.NeverHeardOf));
        Assert.Empty((await BrowseAsync("search=Geheimwaffe&lang=de")).Ids);

        await Api.ImportAsync(StaticDataExport.OfBuild(1).Append(
            "types.jsonl", $$"""{"_key":{{Universe.NeverHeardOf}},"groupID":27,"name":{{StaticDataExport.Name("Secret Weapon", de: "Geheimwaffe")}},"published":true}"""));

        Assert.Equal([id], (await BrowseAsync("search=Geheimwaffe&lang=de")).Ids);
    }

    [SkippableFact]
    public async Task A_type_that_was_renamed_is_found_by_its_new_name_and_no_longer_by_the_old()
    {
        var id = await Api.GivenContract(AContract().Offering(Universe.Rokh));
        await Api.ImportAsync(StaticDataExport.OfBuild(1));
        Assert.Equal([id], (await BrowseAsync("search=rokh")).Ids);

        Api.AMinutePasses();
        await Api.ImportAsync(StaticDataExport.OfBuild(2).Put(
            "types.jsonl", $$"""{"_key":{{Universe.Rokh}},"groupID":27,"name":{{StaticDataExport.Name("Leviathan Hull", de: "Riesenrumpf", ja: "巨体")}},"published":true}"""));

        Assert.Equal([id], (await BrowseAsync("search=leviathan")).Ids);
        Assert.Equal([id], (await BrowseAsync("search=riesenrumpf&lang=de")).Ids);
        Assert.Empty((await BrowseAsync("search=rokh")).Ids);
        Assert.Equal("Leviathan Hull", (await Api.GetAsync($"/api/v1/contracts/{id}?lang=en")).Json.GetProperty("primary_label").GetString());
    }
}
