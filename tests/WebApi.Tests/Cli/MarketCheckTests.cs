using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;
using HangarBay.WebApi.Tests.Hosting;

namespace HangarBay.WebApi.Tests.Cli;

/// <summary><c>market check</c> compares a server's memory with the database, from another process.</summary>
public sealed class MarketCheckTests
{
    [SkippableTheory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task A_difference_between_server_and_database_is_found(DatabaseProvider provider)
    {
        await using var api = await ApiFactory.StartAsync(provider);
        await api.GivenASweepOf(Universe.TheForge, Universe.Noon.AddMinutes(-7));
        var contract = (await api.GivenACommitOf(ContractBuilder.AContract().Priced(5).Offering(Universe.Rokh)))[0];
        (await api.GetAsync("/api/v1/contracts/")).Expect(HttpStatusCode.OK);

        var sound = await CheckAsync(api);
        // Written past the market's writer, so that no version shows the change.
        await api.ExecuteAsync($"UPDATE contracts SET price = price + 100 WHERE contract_id = {contract}");
        var broken = await CheckAsync(api);

        Assert.True(sound.ExitCode == 0, sound.Output + sound.Error);
        Assert.Contains("The market in the server's memory matches the database.", sound.Output, StringComparison.Ordinal);
        Assert.Contains("Contracts: 1", sound.Output, StringComparison.Ordinal);
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains("The market in the server's memory differs from the database.", broken.Output + broken.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_reported_in_one_sentence()
    {
        await using var api = await ApiFactory.StartAsync();

        var (exitCode, output, error) = await HostProcess.RunAsync(["market", "check", "--url", "http://127.0.0.1:9/", .. api.DatabaseArguments]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("The server's status cannot be read: ", error.Trim(), StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Empty(output.Trim());
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task An_invalid_server_address_is_refused(string url)
    {
        var (exitCode, _, error) = await HostProcess.RunAsync(["market", "check", "--url", url]);

        Assert.Equal(2, exitCode);
        Assert.Contains("is not the address of a server", error, StringComparison.Ordinal);
    }

    private static Task<(int ExitCode, string Output, string Error)> CheckAsync(ApiFactory api) =>
        HostProcess.RunAsync(["market", "check", "--url", api.Address.ToString(), .. api.DatabaseArguments]);
}
