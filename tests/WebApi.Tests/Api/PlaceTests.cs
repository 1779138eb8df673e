using System.Net;
using System.Text.Json;
using HangarBay.Application.Abstractions;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqlitePlaceTests() : PlaceTests(DatabaseProvider.Sqlite);

public sealed class PostgresPlaceTests() : PlaceTests(DatabaseProvider.Postgres);

/// <summary>The suggestions for filters about places.</summary>
public abstract class PlaceTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task A_swept_region_has_the_total_of_a_list_of_it()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract(), ACourier(), AContract().In(Universe.Domain), AContract().ClosedAt(Universe.Noon.AddHours(-1)));

        var region = Assert.Single((await Api.GetAsync("/api/v1/regions")).Expect(HttpStatusCode.OK).Json.GetProperty("regions").EnumerateArray());

        Assert.Equal(
            """{"region_id":10000002,"name":"The Forge","as_of":"2026-03-14T11:53:00.000Z","total":3,"segment_counts":{"item_exchange":2,"auction":0,"courier":1,"loan":0,"unknown":0}}""",
            region.GetRawText());
        Assert.Equal(region.GetProperty("total").GetInt32(), (await BrowseAsync("region_ids=10000002")).Total);
    }

    [SkippableTheory]
    [InlineData(null, null)]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData(ContractType.ItemExchange, true)]
    [InlineData(ContractType.Auction, null)]
    [InlineData(ContractType.Courier, null)]
    public async Task A_region_counts_what_a_list_of_its_kind_and_ships_shows(ContractType? type, bool? isShip)
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium), AContract(), AnAuction().Offering(Universe.Rifter), AnAuction(), ACourier(),
            AContract().In(Universe.Domain).Offering(Universe.Rokh));

        var list = await Api.AskAsync(new GetRegions { ContractType = type, IsShipContract = isShip });

        var query = $"region_ids=10000002{(type is { } kind ? $"&contract_type={WireWords.Of(kind)}" : "")}{(isShip is { } ship ? $"&is_ship_contract={(ship ? "true" : "false")}" : "")}";
        Assert.Equal((await BrowseAsync(query)).Total, Assert.Single(list.Regions).Total);
    }

    [SkippableFact]
    public async Task Systems_and_stations_are_found_by_words_of_their_names()
    {
        var found = await FindAsync("JITA");

        Assert.Equal(
            """[{"system_id":30000142,"name":"Jita","security":0.9,"security_band":"high","region_id":null,"region_name":null}]""",
            found.GetProperty("systems").GetRawText());
        Assert.Equal(
            """[{"location_id":60003760,"name":"Jita IV - Moon 4 - Caldari Navy Assembly Plant","system_id":30000142,"system_name":"Jita","security":0.9,"region_id":null,"region_name":null}]""",
            found.GetProperty("stations").GetRawText());
        Assert.Equal(1, (await FindAsync("navy \"moon 4\"")).GetProperty("stations").GetArrayLength());
        Assert.Equal(0, (await FindAsync("navy amarr")).GetProperty("stations").GetArrayLength());
    }

    [SkippableFact]
    public async Task An_empty_text_finds_nothing_and_a_short_text_is_refused()
    {
        Assert.Equal("""{"systems":[],"stations":[]}""", (await Api.GetAsync("/api/v1/locations?q=")).Expect(HttpStatusCode.OK).Body);
        Assert.Equal(["q"], (await Api.GetAsync("/api/v1/locations?q=ji")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
        Assert.Equal(0, (await FindAsync("%%%")).GetProperty("systems").GetArrayLength());
    }

    private async Task<JsonElement> FindAsync(string name) =>
        (await Api.GetAsync($"/api/v1/locations?q={Uri.EscapeDataString(name)}")).Expect(HttpStatusCode.OK).Json;
}
