using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Limits;

/// <summary>A query that runs too long is ended, and the next one is answered.</summary>
public abstract class TimeLimitTests(DatabaseProvider provider)
{
    [SkippableTheory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task An_answer_that_takes_too_long_is_cancelled_with_its_query(string isKeeping)
    {
        await using var api = await ApiFactory.StartAsync(
            provider, new Dictionary<string, string> { ["Api:RequestTimeout"] = "00:00:03", ["Cache:Enabled"] = isKeeping });
        var path = $"/api/v1/contracts/{await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh))}";
        await Eventually.IsAnsweredAsync(api, path);
        // A new stamp, so that the answer just given is not used again.
        api.Clock.Advance(TimeSpan.FromMinutes(1));
        await api.GivenTheContractsTakeForEver();

        ThenItTookTooLong(await api.GetAsync(path));

        await Eventually.IsAsync(async () => !await api.IsTheDatabaseAtWorkAsync());
        await api.GivenTheContractsAreQuickAgain();
        await Eventually.IsAnsweredAsync(api, path);
    }

    [SkippableFact]
    public async Task Lines_that_take_too_long_are_given_up_and_so_is_their_query()
    {
        await using var api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Api:RequestTimeout"] = "00:00:03" });
        const string path = "/api/v1/contracts/export?format=lines";
        await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        await Eventually.IsAnsweredAsync(api, path);
        await api.GivenTheContractsTakeForEver();

        ThenItTookTooLong(await api.GetAsync(path));

        await Eventually.IsAsync(async () => !await api.IsTheDatabaseAtWorkAsync());
        await api.GivenTheContractsAreQuickAgain();
        await Eventually.IsAnsweredAsync(api, path);
    }

    [SkippableTheory]
    [InlineData("/api/v1/contracts/")]
    [InlineData("/api/v1/contracts/export")]
    [InlineData("/api/v1/regions")]
    public async Task A_request_times_out_while_the_market_is_being_read(string path)
    {
        await using var api = await ApiFactory.StartAsync(provider, new Dictionary<string, string>
        {
            ["Api:RequestTimeout"] = "00:00:01",
            ["Api:ExportTimeout"] = "00:00:01",
            ["Cache:Enabled"] = "true",
        });
        await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
        await Eventually.IsAnsweredAsync(api, path);
        await api.GivenTheContractsTakeForEver();
        await api.GivenAnotherVersion();

        ThenItTookTooLong(await api.GetAsync(path));
        ThenItTookTooLong(await api.GetAsync(path));
    }

    [SkippableFact]
    public async Task A_client_that_disconnects_cancels_its_query()
    {
        await using var api = await ApiFactory.StartAsync(provider, new Dictionary<string, string> { ["Api:RequestTimeout"] = "00:02:00" });
        var path = $"/api/v1/contracts/{await api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh))}";
        (await api.GetAsync("/api/v1/contracts/")).Expect(HttpStatusCode.OK);
        await api.GivenTheContractsTakeForEver();

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => api.GetAsync(path, patience.Token));

        await Eventually.IsAsync(async () => !await api.IsTheDatabaseAtWorkAsync());
        // Neither engine allows this while a query still reads the tables.
        await api.GivenTheContractsAreQuickAgain();
        (await api.GetAsync(path)).Expect(HttpStatusCode.OK);
    }

    private static void ThenItTookTooLong(Answer answer)
    {
        answer.ExpectProblem(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(answer.Header("Retry-After"));
        Assert.Contains("no-store", answer.Header("Cache-Control"));
        Assert.Contains("took too long", answer.Json.GetProperty("detail").GetString());
    }
}

public sealed class SqliteTimeLimitTests() : TimeLimitTests(DatabaseProvider.Sqlite);

public sealed class PostgresTimeLimitTests() : TimeLimitTests(DatabaseProvider.Postgres);
