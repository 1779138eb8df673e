using System.Globalization;
using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using Microsoft.Net.Http.Headers;

namespace HangarBay.WebApi.Tests.Api.Caching;

/// <summary>A client that already has the answer gets 304, until the market changes.</summary>
public abstract class ConditionalTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string List = "/api/v1/contracts/";

    private ApiFactory _api = null!;
    private long _contract;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(provider);
        await _api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        _contract = (await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rokh)))[0];
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_known_tag_gets_304_without_a_query_of_contracts()
    {
        foreach (var path in new[] { List, "/api/v1/contracts/taxonomy", $"/api/v1/contracts/{_contract}" })
        {
            var etag = await TagOfAsync(path);
            await _api.GivenTheContractsAreGone();

            var again = await AskAsync(path, etag);
            await _api.GivenTheContractsAreBack();

            Assert.Equal(HttpStatusCode.NotModified, again.Status);
            Assert.Empty(again.Body);
            Assert.Equal(etag, again.Header("ETag"));
            Assert.StartsWith("public, max-age=", again.Header("Cache-Control"), StringComparison.Ordinal);
            Assert.Contains("Accept-Encoding", again.Header("Vary"));
        }
    }

    [SkippableTheory]
    [InlineData("/api/v1/contracts/", HttpStatusCode.NotModified)]
    [InlineData("/api/v1/status", HttpStatusCode.NotModified)]
    [InlineData("/contracts", HttpStatusCode.NotModified)]
    [InlineData("/coverage", HttpStatusCode.NotModified)]
    [InlineData("/api/v1/contracts/999", HttpStatusCode.NotFound)]
    [InlineData("/contracts/999", HttpStatusCode.NotFound)]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/contracts/?page=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/contracts?page=0", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/v1/status?lang=xx", HttpStatusCode.UnprocessableEntity)]
    public async Task If_None_Match_with_a_star_gets_304_unless_there_is_no_answer(string path, HttpStatusCode expected)
    {
        foreach (var _ in Enumerable.Range(0, 3)) Assert.Equal(expected, (await AskAsync(path, "*")).Status);
    }

    [SkippableFact]
    public async Task Without_the_table_of_contracts_lists_are_answered_from_memory_and_single_contracts_are_not()
    {
        var contract = (await _api.GetAsync(List)).Json.GetProperty("items")[0].GetProperty("contract_id").GetInt64();

        await _api.GivenTheContractsAreGone();

        (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);
        (await _api.GetAsync($"{List}{contract}")).ExpectProblem(HttpStatusCode.ServiceUnavailable);
    }

    [SkippableFact]
    public async Task A_committed_change_changes_the_tag()
    {
        var etag = await TagOfAsync(List);

        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rifter));

        Assert.Equal(2, (await AskAsync(List, etag)).Total);
    }

    [SkippableFact]
    public async Task A_sweep_that_only_confirms_a_region_changes_the_tag()
    {
        var etag = await TagOfAsync(List);

        await _api.GivenAConfirmationOf(Universe.TheForge, Universe.Noon.AddMinutes(-1));

        var answer = (await AskAsync(List, etag)).Expect(HttpStatusCode.OK);
        Assert.Equal("2026-03-14T11:59:00.000Z", answer.Json.GetProperty("coverage").GetProperty("as_of").GetString());
    }

    [SkippableFact]
    public async Task A_new_minute_changes_the_tag_because_contracts_may_expire()
    {
        await _api.GivenACommitOf(ContractBuilder.AContract().Offering(Universe.Rifter).With(row => row with { DateExpired = Universe.Noon.AddSeconds(50) }));
        var etag = await TagOfAsync(List);

        _api.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(List, etag)).Status);

        _api.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([_contract], (await AskAsync(List, etag)).Ids);
    }

    [SkippableFact]
    public async Task An_answer_may_be_kept_until_the_next_whole_minute()
    {
        Assert.Equal("public, max-age=60", (await _api.GetAsync(List)).Header("Cache-Control"));

        _api.Clock.Advance(TimeSpan.FromSeconds(42.5));

        Assert.Equal("public, max-age=17", (await _api.GetAsync(List)).Header("Cache-Control"));
    }

    [SkippableFact]
    public async Task Languages_and_queries_have_different_tags_and_spellings_of_one_query_share_a_tag()
    {
        var etag = await TagOfAsync("/api/v1/contracts/?region_ids=10000002&region_ids=10000043&min_price=5");

        Assert.Equal(etag, await TagOfAsync("/api/v1/contracts?min_price=5.00&page=1&size=50&region_ids=10000043&region_ids=10000002&region_ids=10000043&utm=x"));
        Assert.NotEqual(etag, await TagOfAsync("/api/v1/contracts/?region_ids=10000002&region_ids=10000043&min_price=5&lang=de"));
        Assert.NotEqual(etag, await TagOfAsync("/api/v1/contracts/?region_ids=10000002&min_price=5"));
        Assert.NotEqual(await TagOfAsync(List), await TagOfAsync("/api/v1/contracts/taxonomy"));
    }

    [SkippableTheory]
    [InlineData("*", HttpStatusCode.NotModified)]
    [InlineData("\"other\", {0}", HttpStatusCode.NotModified)]
    [InlineData("W/\"other\"", HttpStatusCode.OK)]
    [InlineData("nonsense", HttpStatusCode.OK)]
    public async Task Any_one_of_several_known_tags_gets_304(string known, HttpStatusCode expected)
    {
        var etag = await TagOfAsync(List);

        Assert.Equal(expected, (await AskAsync(List, string.Format(CultureInfo.InvariantCulture, known, etag))).Status);
    }

    [SkippableFact]
    public async Task The_tag_is_weak_as_compression_changes_the_bytes() =>
        Assert.True(EntityTagHeaderValue.Parse(await TagOfAsync(List)).IsWeak);

    [SkippableTheory]
    [InlineData("/api/v1/status")]
    [InlineData("/openapi/v1.json")]
    public async Task An_answer_that_depends_on_more_than_the_market_has_a_tag_of_its_content(string path)
    {
        // The status shows what is in memory, and the market may still be loading. The request for a list waits for it.
        (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);
        var first = (await _api.GetAsync(path)).Expect(HttpStatusCode.OK);

        var again = await AskAsync(path, first.Header("ETag")!);

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Body);
        Assert.Equal(first.Header("Cache-Control"), again.Header("Cache-Control"));
        Assert.Equal(first.Body, (await AskAsync(path, "W/\"other\"")).Expect(HttpStatusCode.OK).Body);
    }

    [SkippableFact]
    public async Task A_changed_status_has_another_tag()
    {
        (await _api.GetAsync(List)).Expect(HttpStatusCode.OK);
        var etag = await TagOfAsync("/api/v1/status");

        await _api.GivenASweeper("here");

        Assert.NotEqual(etag, (await AskAsync("/api/v1/status", etag)).Expect(HttpStatusCode.OK).Header("ETag"));
    }

    [SkippableTheory]
    [InlineData("/api/v1/contracts/?page=0")]
    [InlineData("/api/v1/contracts/?min_price=abc")]
    [InlineData("/api/v1/contracts/taxonomy?lang=xx")]
    [InlineData("/api/v1/contracts/0")]
    public async Task An_invalid_question_gets_422_even_with_a_known_tag(string path)
    {
        var refused = (await AskAsync(path, await TagOfAsync(List))).ExpectProblem(HttpStatusCode.UnprocessableEntity);

        Assert.Contains("no-store", refused.Header("Cache-Control"));
        Assert.Null(refused.Header("ETag"));
    }

    [SkippableFact]
    public async Task The_answer_for_a_missing_contract_is_not_kept()
    {
        var missing = (await _api.GetAsync("/api/v1/contracts/1")).ExpectProblem(HttpStatusCode.NotFound);

        Assert.Contains("no-store", missing.Header("Cache-Control"));
        Assert.Null(missing.Header("ETag"));
    }

    private async Task<string> TagOfAsync(string path) => (await _api.GetAsync(path)).Expect(HttpStatusCode.OK).Header("ETag")!;

    private Task<Answer> AskAsync(string path, string known) => _api.SendAsync(HttpMethod.Get, path, ("If-None-Match", known));
}

public sealed class SqliteConditionalTests() : ConditionalTests(DatabaseProvider.Sqlite);

public sealed class PostgresConditionalTests() : ConditionalTests(DatabaseProvider.Postgres);
