using System.Net;
using System.Text.Json;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api;

public sealed class StatusTests(SharedApi shared) : IClassFixture<SharedApi>
{
    private const string Path = "/api/v1/status";

    [Fact]
    public async Task Every_key_is_there_null_where_it_is_unknown()
    {
        var status = (await shared.Api.GetAsync(Path)).Expect(HttpStatusCode.OK).Json;

        Assert.Equal(["source", "as_of", "memory", "sweeper", "esi", "items", "bids_due", "jobs", "regions"], Keys(status));
        Assert.Equal(["version", "digest", "contracts", "bytes"], Keys(status.GetProperty("memory")));
        Assert.Equal(["active", "since", "seen_at", "phase", "refusal"], Keys(status.GetProperty("sweeper")));
        Assert.Equal(["due", "waiting", "set_aside", "per_minute", "seconds_left"], Keys(status.GetProperty("items")));
        Assert.Equal(
            [
                "region_id", "name", "as_of", "next_due_at", "live", "pending", "closed_today", "quarantined", "failures_in_row",
                "last_outcome", "last_attempt_at", "last_error",
            ],
            Keys(status.GetProperty("regions")[0]));
        Assert.Equal(JsonValueKind.Null, status.GetProperty("esi").ValueKind);
        Assert.False(status.GetProperty("sweeper").GetProperty("active").GetBoolean());
    }

    [Fact]
    public async Task It_has_the_age_of_each_region_and_what_waits()
    {
        var status = (await shared.Api.GetAsync(Path)).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("sample", status.GetProperty("source").GetString());
        Assert.Equal("2026-03-14T11:53:00.000Z", status.GetProperty("as_of").GetString());
        var region = status.GetProperty("regions")[0];
        Assert.Equal((10_000_002, "The Forge", 5, 1), (
            region.GetProperty("region_id").GetInt32(), region.GetProperty("name").GetString(), region.GetProperty("live").GetInt32(), region.GetProperty("pending").GetInt32()));
        Assert.Equal("complete", region.GetProperty("last_outcome").GetString());
        Assert.Equal(1, status.GetProperty("items").GetProperty("due").GetInt32());
    }

    [Fact]
    public async Task The_name_of_the_sweeper_is_not_public()
    {
        await using var api = await ApiFactory.StartAsync();
        await api.GivenASweeper("secret-machine:4711");

        var answer = (await api.GetAsync(Path)).Expect(HttpStatusCode.OK);

        Assert.True(answer.Json.GetProperty("sweeper").GetProperty("active").GetBoolean());
        Assert.False(answer.Json.GetProperty("esi").GetProperty("paused").GetBoolean());
        Assert.DoesNotContain("secret-machine", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("4711", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caches_keep_it_for_five_seconds() =>
        Assert.Equal("public, max-age=5", (await shared.Api.GetAsync(Path)).Header("Cache-Control"));

    private static List<string> Keys(JsonElement json) => [.. json.EnumerateObject().Select(property => property.Name)];
}
