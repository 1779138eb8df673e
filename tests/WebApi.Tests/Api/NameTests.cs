using System.Net;
using System.Text.Json;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteNameTests() : NameTests(DatabaseProvider.Sqlite);

public sealed class PostgresNameTests() : NameTests(DatabaseProvider.Postgres);

/// <summary>The look-up of names over HTTP (B11).</summary>
public abstract class NameTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    private const string Names = "/api/v1/names";

    [SkippableFact]
    public async Task Names_are_told_with_their_kind_what_is_around_them_and_their_live_contracts()
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Rokh, Universe.Rifter), AContract().Offering(Universe.RokhBlueprint));

        Assert.Equal(
            """{"names":[{"kind":"type","id":24688,"name":"Rokh","around":"Schlachtschiff","category_id":6,"live_contracts":2},{"kind":"type","id":24689,"name":"Rokh Blueprint","around":"Battleship Blueprint","category_id":9,"live_contracts":1}],"nearest":[]}""",
            (await Api.GetAsync($"{Names}?q=ROKH&lang=de")).Expect(HttpStatusCode.OK).Body);
        Assert.Equal(
            """{"names":[{"kind":"system","id":30000142,"name":"Jita","around":null,"category_id":null,"live_contracts":3},{"kind":"station","id":60003760,"name":"Jita IV - Moon 4 - Caldari Navy Assembly Plant","around":"Jita","category_id":null,"live_contracts":3}],"nearest":[]}""",
            (await Api.GetAsync($"{Names}?q=jita&kinds=stations&kinds=systems&lang=en")).Expect(HttpStatusCode.OK).Body);
    }

    [SkippableFact]
    public async Task Each_number_is_what_a_list_of_it_shows()
    {
        await Api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Rokh, Universe.Rifter), AContract().Requesting(Universe.Rokh), AContract(), ACourier(),
            AnAuction().Offering(Universe.Rifter), AContract().Offering(Universe.Rokh).ClosedAt(Universe.Noon.AddHours(-1)),
            AContract().Offering(Universe.Rokh).With(row => row with { DateExpired = Universe.Noon }));

        foreach (var (kind, filter) in new[] { ("types", "type_ids"), ("groups", "group_id"), ("categories", "category_id"), ("systems", "system_ids"), ("stations", "station_ids") })
        {
            foreach (var word in new[] { "rokh", "rifter", "ship", "frigate", "jita" })
            {
                foreach (var name in (await FindAsync($"q={word}&kinds={kind}")).GetProperty("names").EnumerateArray())
                    Assert.Equal((await BrowseAsync($"{filter}={name.GetProperty("id")}")).Total, name.GetProperty("live_contracts").GetInt32());
            }
        }
    }

    [SkippableFact]
    public async Task Issuers_are_the_characters_of_live_contracts_that_the_filter_takes()
    {
        async Task<JsonElement[]> IssuersAsync(string text) => [.. (await FindAsync($"q={text}&kinds=issuers")).GetProperty("names").EnumerateArray()];
        Assert.Empty(await IssuersAsync("ada"));

        await Api.GivenContracts(AContract(), AContract(), AContract().ClosedAt(Universe.Noon.AddHours(-1)));

        var issuer = Assert.Single(await IssuersAsync("ada"));
        Assert.Equal(("character", Universe.Issuer.Value, 2), (issuer.GetProperty("kind").GetString(), issuer.GetProperty("id").GetInt64(), issuer.GetProperty("live_contracts").GetInt32()));
        Assert.Equal(2, (await BrowseAsync($"issuer_ids={Universe.Issuer.Value}")).Total);
        // The corporation of the same contracts is no issuer.
        Assert.Empty(await IssuersAsync("analytical"));
        Assert.Empty((await FindAsync("q=analytical")).GetProperty("names").EnumerateArray());
    }

    [SkippableFact]
    public async Task An_issuer_is_forgotten_with_the_last_live_contract()
    {
        await Api.GivenContracts(AContract().With(row => row with { DateExpired = Universe.Noon.AddHours(1) }));
        Assert.Equal(1, (await FindAsync("q=lovelace")).GetProperty("names").GetArrayLength());
        Assert.Equal(1, (await FindAsync("q=lovelaec")).GetProperty("nearest").GetArrayLength());

        Api.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(0, (await FindAsync("q=lovelace")).GetProperty("names").GetArrayLength());
        Assert.Equal(0, (await FindAsync("q=lovelaec")).GetProperty("nearest").GetArrayLength());
    }

    [SkippableFact]
    public async Task Nothing_is_found_where_nothing_is_asked_and_what_is_spelt_alike_where_nothing_is_found()
    {
        const string Nothing = """{"names":[],"nearest":[]}""";
        Assert.Equal(Nothing, (await Api.GetAsync(Names)).Expect(HttpStatusCode.OK).Body);
        Assert.Equal(Nothing, (await Api.GetAsync($"{Names}?q=&kinds=")).Expect(HttpStatusCode.OK).Body);
        Assert.Equal(Nothing, (await Api.GetAsync($"{Names}?q=%25%25%25")).Expect(HttpStatusCode.OK).Body);

        Assert.Equal(["Rifter"], (await FindAsync("q=riftr")).GetProperty("nearest").EnumerateArray().Select(name => name.GetProperty("name").GetString()));
    }

    [SkippableFact]
    public async Task Unreadable_and_unacceptable_questions_are_refused_by_name()
    {
        async Task<IEnumerable<string>> RefusedAsync(string query) => (await Api.GetAsync($"{Names}?{query}")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors;

        Assert.Equal(["q"], await RefusedAsync("q=ro"));
        Assert.Equal(["q"], await RefusedAsync($"q={new string('a', 201)}"));
        Assert.Equal(["q"], await RefusedAsync("q=rokh%00"));
        Assert.Equal(["q"], await RefusedAsync("q=rokh&q=rifter"));
        Assert.Equal(["q"], await RefusedAsync("q=%E2%80%8B%E2%80%8B%E2%80%8B"));
        Assert.Equal(["kinds"], await RefusedAsync("q=rokh&kinds=types&kinds=ships"));
        Assert.Equal(["kinds"], await RefusedAsync($"q=rokh{string.Concat(Enumerable.Repeat("&kinds=types", 201))}"));
        Assert.Equal(["kinds", "lang", "q"], (await RefusedAsync("q=ro&kinds=ships&lang=xx")).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task The_answer_is_tagged_with_the_market_and_changes_with_it()
    {
        await Api.GivenContracts(AContract().Offering(Universe.Rokh));
        var first = (await Api.GetAsync($"{Names}?q=rokh&lang=en")).Expect(HttpStatusCode.OK);
        var tag = first.Header("ETag")!;
        Assert.StartsWith("public, max-age=", first.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal(tag, (await Api.GetAsync($"{Names}?kinds=&q=%20Rokh*%20&lang=en")).Header("ETag"));
        (await Api.SendAsync(HttpMethod.Get, $"{Names}?q=rokh&lang=en", ("If-None-Match", tag))).Expect(HttpStatusCode.NotModified);

        await Api.GivenContracts(AContract().Offering(Universe.Rokh));

        var second = (await Api.SendAsync(HttpMethod.Get, $"{Names}?q=rokh&lang=en", ("If-None-Match", tag))).Expect(HttpStatusCode.OK);
        Assert.Equal(2, second.Json.GetProperty("names")[0].GetProperty("live_contracts").GetInt32());
        Assert.NotEqual(tag, second.Header("ETag"));
    }

    private async Task<JsonElement> FindAsync(string query) => (await Api.GetAsync($"{Names}?{query}&lang=en")).Expect(HttpStatusCode.OK).Json;
}
