using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using static HangarBay.WebApi.Tests.Api.Given.ContractBuilder;

namespace HangarBay.WebApi.Tests.Api;

public sealed class SqliteSinceTests() : SinceTests(DatabaseProvider.Sqlite);

public sealed class PostgresSinceTests() : SinceTests(DatabaseProvider.Postgres);

/// <summary>What is new (B14).</summary>
public abstract class SinceTests(DatabaseProvider provider) : BrowsingBehaviour(provider)
{
    [SkippableFact]
    public async Task What_was_first_seen_after_an_instant_is_found_however_the_instant_is_written()
    {
        var ids = await Api.GivenContracts(
            ACourier(), ACourier().FirstSeenAt(Universe.Noon.AddMinutes(-5)), ACourier().FirstSeenAt(Universe.Noon.AddMinutes(-5).AddMilliseconds(1)));

        Assert.Equal([ids[1], ids[2]], (await BrowseAsync("since=2026-03-14T11:54:59.999Z")).Ids.Order());
        foreach (var instant in new[] { "2026-03-14T11:55:00Z", "2026-03-14T11:55Z", "2026-03-14T11:55:00.0009Z", "2026-03-14T13:55:00+02:00", "2026-03-14T06:55-05:00" })
            Assert.Equal([ids[2]], (await BrowseAsync($"since={instant}")).Ids);
        Assert.Equal([], (await BrowseAsync("since=2026-03-14T11:55:00.001Z")).Ids);
        Assert.Equal([], (await BrowseAsync("since=9999-12-31T23:59:59.9999999Z")).Ids);
    }

    [SkippableFact]
    public async Task The_latest_first_seen_of_an_answer_asks_for_what_came_after_it()
    {
        await Api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        await Api.GivenContracts(ACourier(), ACourier().FirstSeenAt(Universe.Noon.AddMinutes(-5)));
        var rows = (await BrowseAsync("")).Expect(HttpStatusCode.OK).Json.GetProperty("items").EnumerateArray();
        var latest = rows.Max(row => row.GetProperty("first_seen_at").GetString());
        Assert.Equal("2026-03-14T11:55:00.000Z", latest);

        var added = await Api.GivenACommitOf(ACourier().FirstSeenAt(Universe.Noon.AddSeconds(-1)));

        Assert.Equal(added, (await BrowseAsync($"since={latest}")).Ids);
    }

    [SkippableFact]
    public async Task Files_have_it_too()
    {
        var ids = await Api.GivenContracts(ACourier(), ACourier().FirstSeenAt(Universe.Noon.AddMinutes(-5)));

        var lines = (await Api.GetAsync("/api/v1/contracts/export?format=ndjson&since=2026-03-14T11:00:00Z")).Expect(HttpStatusCode.OK).Body;
        Assert.Contains($"\"contract_id\":{ids[1]},", Assert.Single(lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("\"first_seen_at\":\"2026-03-14T11:55:00.000Z\"", lines, StringComparison.Ordinal);
        var table = (await Api.GetAsync("/api/v1/contracts/export")).Expect(HttpStatusCode.OK).Body;
        Assert.Contains("first_seen_at", table[..table.IndexOf('\n', StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("2026-03-14T11:55:00.000Z", table, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_contract_of_its_own_tells_it_as_the_list_does()
    {
        var id = await Api.GivenContract(ACourier().FirstSeenAt(Universe.Noon.AddMinutes(-5)));

        var contract = (await Api.GetAsync($"/api/v1/contracts/{id}")).Expect(HttpStatusCode.OK).Json;

        Assert.Equal("2026-03-14T11:55:00.000Z", contract.GetProperty("first_seen_at").GetString());
    }
}
