using System.Net;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

public sealed class BadInputTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private ApiFactory Api => shared.Api;

    [Theory]
    [InlineData("contract_type=exchange", "contract_type")]
    [InlineData("contract_type=ItemExchange", "contract_type")]
    [InlineData("contract_type=1", "contract_type")]
    [InlineData("segment=all", "segment")]
    [InlineData("segment=Ships", "segment")]
    [InlineData("segment=ships&segment=hulls", "segment")]
    [InlineData("single=1", "single")]
    [InlineData("single=true&single=false", "single")]
    [InlineData("min_unit_price=x", "min_unit_price")]
    [InlineData("max_unit_price=0.001", "max_unit_price")]
    [InlineData("min_unit_price=2&max_unit_price=1", "max_unit_price")]
    [InlineData("facets=segment", "facets")]
    [InlineData("sort_by=colour", "sort_by")]
    [InlineData("sort_direction=down", "sort_direction")]
    [InlineData("lang=xx", "lang")]
    [InlineData("lang=en-GB", "lang")]
    [InlineData("is_ship_contract=maybe", "is_ship_contract")]
    [InlineData("min_price=-1", "min_price")]
    [InlineData("max_price=-0.01", "max_price")]
    [InlineData("min_price=1,000", "min_price")]
    [InlineData("min_price=1e9", "min_price")]
    [InlineData("min_price=NaN", "min_price")]
    [InlineData("min_price=%D9%A1", "min_price")]
    [InlineData("min_price=1%00", "min_price")]
    [InlineData("min_price=92233720368547758.08", "min_price")]
    [InlineData("max_price=99999999999999999999999999999999", "max_price")]
    [InlineData("min_price=2&max_price=1", "max_price")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=abc", "page")]
    [InlineData("page=1.5", "page")]
    [InlineData("page=2147483648", "page")]
    [InlineData("page=1%00", "page")]
    [InlineData("page=1&page=2", "page")]
    [InlineData("PAGE=abc", "page")]
    [InlineData("size=0", "size")]
    [InlineData("size=101", "size")]
    [InlineData("region_ids=1,2", "region_ids")]
    [InlineData("region_ids=0", "region_ids")]
    [InlineData("region_ids=10000002&region_ids=-1", "region_ids")]
    [InlineData("type_ids=abc", "type_ids")]
    [InlineData("type_ids=2147483648", "type_ids")]
    [InlineData("min_collateral=x", "min_collateral")]
    [InlineData("min_collateral=2&max_collateral=1", "max_collateral")]
    [InlineData("max_reward=-1", "max_reward")]
    [InlineData("min_reward=2&max_reward=1", "max_reward")]
    [InlineData("min_runs=1.5", "min_runs")]
    [InlineData("min_runs=-1", "min_runs")]
    [InlineData("min_runs=2&max_runs=1", "max_runs")]
    [InlineData("max_me=2147483648", "max_me")]
    [InlineData("min_me=2&max_me=1", "max_me")]
    [InlineData("min_te=1&min_te=2", "min_te")]
    [InlineData("min_te=2&max_te=1", "max_te")]
    [InlineData("system_ids=Jita", "system_ids")]
    [InlineData("station_ids=0", "station_ids")]
    [InlineData("station_ids=9007199254740992", "station_ids")]
    [InlineData("security=High", "security")]
    [InlineData("security=high&security=lowest", "security")]
    [InlineData("security=0.5", "security")]
    [InlineData("category_id=0", "category_id")]
    [InlineData("is_bpc=true&is_bpc=true", "is_bpc")]
    [InlineData("group_id=x", "group_id")]
    [InlineData("is_bpc=1", "is_bpc")]
    [InlineData("end_region_ids=0", "end_region_ids")]
    [InlineData("end_region_ids=2147483648", "end_region_ids")]
    [InlineData("end_system_ids=Jita", "end_system_ids")]
    [InlineData("end_station_ids=9007199254740992", "end_station_ids")]
    [InlineData("end_security=High", "end_security")]
    [InlineData("min_volume=-1", "min_volume")]
    [InlineData("min_volume=1,000", "min_volume")]
    [InlineData("min_volume=1e9", "min_volume")]
    [InlineData("max_volume=1%00", "max_volume")]
    [InlineData("max_volume=99999999999999999999999999999999", "max_volume")]
    [InlineData("min_volume=0.02&max_volume=0.01", "max_volume")]
    [InlineData("min_volume=1&min_volume=2", "min_volume")]
    [InlineData("ends_within=0", "ends_within")]
    [InlineData("ends_within=-1", "ends_within")]
    [InlineData("ends_within=721", "ends_within")]
    [InlineData("ends_within=1.5", "ends_within")]
    [InlineData("ends_within=24h", "ends_within")]
    [InlineData("ends_within=1&ends_within=2", "ends_within")]
    [InlineData("since=yesterday", "since")]
    [InlineData("since=2026-03-14", "since")]
    [InlineData("since=2026-03-14T12:00:00", "since")]
    [InlineData("since=2026-03-14 12:00:00Z", "since")]
    [InlineData("since=2026-03-14T12:00:00+02:00", "since")]
    [InlineData("since=2026-03-14T24:00:00Z", "since")]
    [InlineData("since=2026-02-30T12:00:00Z", "since")]
    [InlineData("since=14.03.2026 12:00", "since")]
    [InlineData("since=1773489600", "since")]
    [InlineData("since=0001-01-01T00:00:00%2B14:00", "since")]
    [InlineData("since=2026-03-14T12:00:00Z%00", "since")]
    [InlineData("since=2026-03-14T12:00:00Z&since=2026-03-14T12:00:00Z", "since")]
    [InlineData("issuer_ids=Ada", "issuer_ids")]
    [InlineData("issuer_ids=0", "issuer_ids")]
    [InlineData("issuer_ids=9007199254740992", "issuer_ids")]
    [InlineData("issuer_ids=1&issuer_ids=2&issuer_ids=3&issuer_ids=4&issuer_ids=5&issuer_ids=6&issuer_ids=7&issuer_ids=8&issuer_ids=9&issuer_ids=10&issuer_ids=11", "issuer_ids")]
    [InlineData("cursor=abc", "cursor")]
    [InlineData("cursor=%22", "cursor")]
    [InlineData("cursor=AQ%3D%3D", "cursor")]
    [InlineData("page=1&cursor=abc", "cursor")]
    [InlineData("search=ab", "search")]
    [InlineData("search=%F0%9F%9A%80", "search")]
    [InlineData("search=a%00bc", "search")]
    [InlineData("search=ab%07c", "search")]
    [InlineData("search=abc&search=def", "search")]
    public async Task An_unacceptable_parameter_is_refused_by_name(string query, string name)
    {
        var answer = (await Api.GetAsync($"/api/v1/contracts/?{query}")).ExpectProblem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal([name], answer.Errors);
        Assert.Contains(name, answer.Json.GetProperty("detail").GetString());
        Assert.All(answer.Json.GetProperty("errors").GetProperty(name).EnumerateArray(), error => Assert.EndsWith(".", error.GetString()));
    }

    [Fact]
    public async Task A_search_of_5000_characters_is_refused()
    {
        var answer = await Api.GetAsync($"/api/v1/contracts/?search={new string('a', 5000)}");

        Assert.Equal(["search"], answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [Theory]
    [InlineData("type_ids")]
    [InlineData("region_ids")]
    [InlineData("system_ids")]
    [InlineData("station_ids")]
    [InlineData("end_region_ids")]
    [InlineData("end_system_ids")]
    [InlineData("end_station_ids")]
    public async Task Two_hundred_ids_are_read_and_one_more_is_refused(string name)
    {
        static string Repeat(string name, int times) => string.Join('&', Enumerable.Range(1, times).Select(id => $"{name}={id}"));

        (await Api.GetAsync($"/api/v1/contracts/?{Repeat(name, 200)}")).Expect(HttpStatusCode.OK);
        var answer = await Api.GetAsync($"/api/v1/contracts/?{Repeat(name, 201)}");

        Assert.Equal([name], answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [Fact]
    public async Task All_unreadable_and_unacceptable_values_are_reported_at_once()
    {
        var answer = await Api.GetAsync(
            "/api/v1/contracts/?page=abc&size=101&min_price=2&max_price=1&sort_by=colour&region_ids=x&search=ab&lang=xx&is_ship_contract=2" +
            "&min_me=-1&security=x&station_ids=x&cursor=abc");

        Assert.Equal(
            ["cursor", "is_ship_contract", "lang", "max_price", "min_me", "page", "region_ids", "search", "security", "size", "sort_by", "station_ids"],
            answer.ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("9223372036854775807")]
    [InlineData("9007199254740992")]
    [InlineData("-1")]
    [InlineData("0")]
    [InlineData("1.5")]
    [InlineData("rokh")]
    public async Task An_invalid_id_is_refused_by_name(string id)
    {
        var answer = (await Api.GetAsync($"/api/v1/contracts/{id}")).ExpectProblem(HttpStatusCode.UnprocessableEntity);

        Assert.Equal(["contract_id"], answer.Errors);
        Assert.Single(answer.Json.GetProperty("errors").GetProperty("contract_id").EnumerateArray());
    }

    [Theory]
    [InlineData("/api/v1/contracts/1?lang=xx")]
    [InlineData("/api/v1/contracts/count?lang=xx")]
    [InlineData("/api/v1/contracts/taxonomy?lang=xx")]
    [InlineData("/api/v1/regions?lang=xx")]
    [InlineData("/api/v1/locations?lang=xx")]
    [InlineData("/api/v1/names?lang=xx")]
    public async Task Every_route_refuses_an_unknown_language(string path) =>
        Assert.Equal(["lang"], (await Api.GetAsync(path)).ExpectProblem(HttpStatusCode.UnprocessableEntity).Errors);

    [Fact]
    public async Task Empty_values_count_as_absent_and_unknown_parameters_are_ignored()
    {
        var plain = await Api.GetAsync("/api/v1/contracts/");
        var empty = await Api.GetAsync(
            "/api/v1/contracts/?search=&min_price=&max_price=&region_ids=&type_ids=&system_ids=&station_ids=&security=&category_id=&group_id=&is_bpc=&min_runs=&max_me=&end_region_ids=&end_security=&min_volume=&ends_within=&since=&issuer_ids=&cursor=&contract_type=&is_ship_contract=&page=&page=1&size=&sort_by=&sort_direction=&lang=&colour=red");

        Assert.Equal(plain.Expect(HttpStatusCode.OK).Body, empty.Expect(HttpStatusCode.OK).Body);
    }

    [Theory]
    [InlineData("%25%25%25")]
    [InlineData("___")]
    [InlineData("'%22%3B--")]
    [InlineData("%22%22%22")]
    [InlineData("%F0%9F%9A%80%F0%9F%9A%80%F0%9F%9A%80")]
    [InlineData("%D7%A9%D7%9C%D7%95%D7%9D")]
    [InlineData("%FF%FE%FD")]
    public async Task Odd_characters_are_searched_as_plain_text(string search) =>
        Assert.Equal(0, (await Api.GetAsync($"/api/v1/contracts/?search={search}")).Total);

    [Fact]
    public async Task The_last_page_that_can_be_written_is_empty()
    {
        var answer = await Api.GetAsync("/api/v1/contracts/?page=2147483647&size=100");

        Assert.Empty(answer.Ids);
        Assert.Equal((await Api.GetAsync("/api/v1/contracts/")).Total, answer.Total);
    }

    [Fact]
    public async Task A_request_line_beyond_8_KB_is_refused_by_the_server_itself()
    {
        var answer = await Api.GetAsync($"/api/v1/contracts/?search={new string('a', 8200)}");

        Assert.Empty(answer.Expect(HttpStatusCode.RequestUriTooLong).Body);
    }
}
