using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteCountingTests() : CountingTests(DatabaseProvider.Sqlite);

public sealed class PostgresCountingTests() : CountingTests(DatabaseProvider.Postgres);

/// <summary>A count by itself: the list's filters and nothing of its rows (B14).</summary>
public abstract class CountingTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Count = "/api/v1/contracts/count";

    private ApiFactory _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Cache:Enabled"] = "true" });
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("type_ids=24688")]
    [InlineData("search=rokh&lang=de")]
    [InlineData("contract_type=courier&contract_type=auction")]
    [InlineData("is_ship_contract=false")]
    [InlineData("ends_within=1")]
    [InlineData("region_ids=7")]
    public async Task It_is_what_the_list_shows_as_its_total(string query)
    {
        await _api.GivenContracts(
            AContract().Offering(Universe.Rokh), AContract().Offering(Universe.Tritanium), AContract(), AnAuction().Offering(Universe.Rifter), ACourier(),
            ACourier().With(row => row with { DateExpired = Universe.Noon.AddMinutes(1) }), ACourier().With(row => row with { DateExpired = Universe.Noon }));

        Assert.Equal((await _api.GetAsync($"/api/v1/contracts/?{query}")).Total, (await _api.GetAsync($"{Count}?{query}")).Total);
        Assert.Equal((await _api.GetAsync($"{Count}?{query}")).Body, (await _api.GetAsync($"{Count}/?{query}&sort_by=ship_name&page=9&size=1")).Body);
    }

    [SkippableFact]
    public async Task It_has_its_total_and_its_instant_and_nothing_else()
    {
        await _api.GivenACommitOf(ACourier());

        Assert.Equal("""{"total":1,"as_of":"2026-03-14T12:00:00.000Z"}""", (await _api.GetAsync(Count)).Expect(HttpStatusCode.OK).Body);
    }

    [SkippableFact]
    public async Task Its_instant_asks_for_what_comes_later_and_for_nothing_twice()
    {
        await _api.GivenACommitOf(ACourier().FirstSeenAt(Universe.Noon));
        var asOf = (await _api.GetAsync(Count)).Expect(HttpStatusCode.OK).Json.GetProperty("as_of").GetString();
        Assert.Equal(0, (await _api.GetAsync($"{Count}?since={asOf}")).Total);

        _api.AMinutePasses();
        await _api.GivenACommitOf(ACourier().FirstSeenAt(Universe.Noon.AddSeconds(30)), ACourier());

        Assert.Equal(1, (await _api.GetAsync($"{Count}?since={asOf}")).Total);
    }

    [SkippableFact]
    public async Task It_is_kept_and_tagged_as_a_list_is_and_moves_with_the_market()
    {
        await _api.GivenACommitOf(ACourier());
        var first = (await _api.GetAsync(Count)).Expect(HttpStatusCode.OK);
        var known = await _api.SendAsync(HttpMethod.Get, Count, ("If-None-Match", first.Header("ETag")!));
        var head = (await _api.SendAsync(HttpMethod.Head, Count)).Expect(HttpStatusCode.OK);

        known.Expect(HttpStatusCode.NotModified);
        Assert.StartsWith("public, max-age=", first.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal((first.Header("ETag"), first.Header("Content-Length")), (head.Header("ETag"), head.Header("Content-Length")));
        Assert.NotEqual(first.Header("ETag"), (await _api.GetAsync("/api/v1/contracts/")).Header("ETag"));

        await _api.GivenACommitOf(ACourier());
        var second = await _api.SendAsync(HttpMethod.Get, Count, ("If-None-Match", first.Header("ETag")!));
        Assert.Equal(2, second.Total);
    }

    [SkippableFact]
    public async Task A_request_that_tells_who_asks_gets_an_answer_of_its_own()
    {
        var answer = (await _api.SendAsync(HttpMethod.Get, Count, ("Authorization", "Bearer x"))).Expect(HttpStatusCode.OK);

        Assert.Equal("no-store, private", answer.Header("Cache-Control"));
    }

    [SkippableFact]
    public async Task What_the_list_refuses_is_refused_by_name_even_if_an_answer_is_kept()
    {
        await _api.GetAsync(Count);
        foreach (var (query, name) in new[] { ("min_price=x", "min_price"), ("ends_within=721", "ends_within"), ("since=now", "since"), ("contract_type=gift", "contract_type") })
            Assert.Equal([name], (await _api.GetAsync($"{Count}?{query}")).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }
}
