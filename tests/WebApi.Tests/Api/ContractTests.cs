using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteContractTests() : ContractTests(DatabaseProvider.Sqlite);

public sealed class PostgresContractTests() : ContractTests(DatabaseProvider.Postgres);

/// <summary>Single contracts, and the taxonomy of what all of them offer.</summary>
public abstract class ContractTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task Only_live_contracts_are_listed_and_the_rest_still_answer_on_their_own()
    {
        var ids = await Api.GivenContracts(
            AContract().Offering(Universe.Rokh),
            AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon }),
            AContract().Offering(Universe.Rokh).ClosedAt(Universe.Noon.AddHours(-1)));

        Assert.Equal([ids[0]], (await BrowseAsync("")).Ids);
        Assert.Equal(("live", null), await StatusAsync(ids[0]));
        Assert.Equal(("closed", "expired"), await StatusAsync(ids[1]));
        Assert.Equal(("closed", "gone_early"), await StatusAsync(ids[2]));
    }

    [SkippableFact]
    public async Task A_contract_has_its_lines_its_bids_and_the_terms_of_its_copies()
    {
        var id = await Api.GivenContract(
            AnAuction().Priced(5).OfferingACopyOf(Universe.RokhBlueprint, runs: 4, me: 8, te: 14).Requesting(Universe.NeverHeardOf).WithBidsOf(6, 7));

        var contract = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(
            """{"runs":4,"material_efficiency":8,"time_efficiency":14,"copy_count":1,"kind":"copy","original_count":0,"min_runs":4,"max_runs":4,"min_material_efficiency":8,"max_material_efficiency":8,"min_time_efficiency":14,"max_time_efficiency":14}""",
            contract.GetProperty("blueprint_summary").GetRawText());
        Assert.Equal("Rokh Blueprint", contract.GetProperty("primary_label").GetString());
        Assert.Equal(["Rokh Blueprint", null], contract.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("type_name").GetString()));
        Assert.Equal([7m, 6m], contract.GetProperty("bids").EnumerateArray().Select(bid => bid.GetProperty("amount").GetDecimal()));
    }

    [SkippableFact]
    public async Task Blueprints_tell_whether_they_are_originals_and_how_good_they_are_in_lists_and_on_their_own()
    {
        var ids = await Api.GivenContracts(
            AContract().OfferingAnOriginalOf(Universe.RokhBlueprint, me: 9, te: 18),
            AContract().OfferingAnOriginalOf(Universe.RokhBlueprint, me: 9, te: 18).OfferingACopyOf(Universe.RokhBlueprint, runs: 2, me: 1, te: 18),
            AContract().Offering(Universe.Rokh));
        string[] expected =
        [
            """{"runs":null,"material_efficiency":9,"time_efficiency":18,"copy_count":0,"kind":"original","original_count":1,"min_runs":null,"max_runs":null,"min_material_efficiency":9,"max_material_efficiency":9,"min_time_efficiency":18,"max_time_efficiency":18}""",
            """{"runs":null,"material_efficiency":null,"time_efficiency":18,"copy_count":1,"kind":"both","original_count":1,"min_runs":2,"max_runs":2,"min_material_efficiency":1,"max_material_efficiency":9,"min_time_efficiency":18,"max_time_efficiency":18}""",
            "null",
        ];

        var rows = (await BrowseAsync("")).Json.GetProperty("items").EnumerateArray().ToDictionary(row => row.GetProperty("contract_id").GetInt64());

        foreach (var (id, summary) in ids.Zip(expected))
        {
            Assert.Equal(summary, rows[id].GetProperty("blueprint_summary").GetRawText());
            Assert.Equal(summary, (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json.GetProperty("blueprint_summary").GetRawText());
        }
    }

    [SkippableFact]
    public async Task A_swap_tells_that_it_asks_for_items_and_what_it_pays()
    {
        var ids = await Api.GivenContracts(
            AContract().Priced(1).Offering(Universe.Rokh).Requesting(Universe.Rokh),
            AContract().Priced(0).With(row => row with { Reward = 7_000_000 }).Offering(Universe.Rokh).Requesting(Universe.Tritanium),
            AContract().Priced(10).OfferingAStackOf(Universe.Tritanium, 4),
            AContract());
        var rows = (await BrowseAsync("")).Json.GetProperty("items").EnumerateArray().ToDictionary(row => row.GetProperty("contract_id").GetInt64());
        string Told(long id) => $"{rows[id].GetProperty("asks_for_items")} {rows[id].GetProperty("unit_price").GetRawText()} {rows[id].GetProperty("reward").GetRawText()}";

        Assert.Equal(["True null null", "True null 7000000.00", "False 2.50 null", " null null"], ids.Select(Told));
        foreach (var id in ids)
        {
            var contract = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json;
            Assert.All(["asks_for_items", "unit_price", "reward"], key => Assert.Equal(rows[id].GetProperty(key).GetRawText(), contract.GetProperty(key).GetRawText()));
        }
    }

    [SkippableFact]
    public async Task A_want_to_buy_is_worded_in_the_readers_language()
    {
        var id = await Api.GivenContract(AContract().Requesting(Universe.Tritanium));
        async Task<string?> LabelAsync(string query) =>
            Assert.Single((await BrowseAsync(query)).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray()).GetProperty("primary_label").GetString();

        Assert.Equal("Gesucht: Tritan", await LabelAsync("lang=de"));
        Assert.Equal("Wanted: Tritanium", await LabelAsync(""));
        var contract = (await Api.GetAsync($"/api/v1/contracts/{id}?lang=ko")).Expect(HttpStatusCode.OK);
        Assert.Equal("구매 희망: Tritanium", contract.Json.GetProperty("primary_label").GetString());
        // Only pages need the language of a name.
        Assert.DoesNotContain("_language", contract.Body, StringComparison.Ordinal);
        Assert.Contains("Gesucht: Tritan", (await Api.GetAsync("/api/v1/contracts/export?lang=de")).Expect(HttpStatusCode.OK).Body, StringComparison.Ordinal);
        var lines = (await Api.GetAsync("/api/v1/contracts/export?lang=de&format=ndjson")).Expect(HttpStatusCode.OK).Body;
        Assert.Contains("\"primary_label\":\"Gesucht: Tritan\"", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("_language", lines, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_taxonomy_is_what_live_contracts_offer()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh, Universe.NeverHeardOf).Requesting(Universe.Tritanium),
            AContract().Offering(Universe.Rifter).ClosedAt(Universe.Noon.AddHours(-1)));

        var taxonomy = (await Api.GetAsync("/api/v1/contracts/taxonomy?lang=de")).Expect(HttpStatusCode.OK);

        Assert.Equal(
            """{"categories":[{"category_id":6,"name":"Schiff"}],"groups":[{"group_id":27,"category_id":6,"name":"Schlachtschiff"}],"coverage":"partial"}""",
            taxonomy.Body);
    }

    [SkippableFact]
    public async Task The_taxonomy_is_complete_once_every_region_was_swept_and_no_contract_waits_for_its_lines()
    {
        async Task<string?> CoverageAsync() => (await Api.GetAsync("/api/v1/contracts/taxonomy")).Expect(HttpStatusCode.OK).Json.GetProperty("coverage").GetString();
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), ACourier());
        Assert.Equal("complete", await CoverageAsync());

        await Api.GivenContract(AContract());
        Api.AMinutePasses();
        Assert.Equal("partial", await CoverageAsync());
    }

    private async Task<(string? State, string? Evidence)> StatusAsync(long id)
    {
        var status = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json.GetProperty("status");
        return (status.GetProperty("state").GetString(), status.GetProperty("evidence").GetString());
    }
}
