using System.Net;
using HangarBay.Infrastructure.Persistence;
using HangarBay.WebApi.Tests.Api.Given;

namespace HangarBay.WebApi.Tests.Api.Exports;

/// <summary>An export takes one of a few places until it ends or its client disconnects.</summary>
public abstract class ExportSlotTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const string Export = "/api/v1/contracts/export";

    private ApiFactory _api = null!;

    public async Task InitializeAsync()
    {
        _api = await ApiFactory.StartAsync(
            provider, new Dictionary<string, string> { ["Api:ConcurrentExports"] = "1", ["Api:RequestTimeout"] = "00:02:00" });
        await _api.GivenContract(ContractBuilder.AContract().Offering(Universe.Rokh));
    }

    public async Task DisposeAsync()
    {
        if (_api is not null) await _api.DisposeAsync();
    }

    [SkippableFact]
    public async Task A_client_that_goes_away_makes_room_for_the_next()
    {
        (await _api.GetAsync(Export)).Expect(HttpStatusCode.OK);
        await _api.GivenTheContractsTakeForEver();
        await _api.GivenAnotherVersion();
        using var patience = new CancellationTokenSource();
        var first = _api.GetAsync(Export, patience.Token);
        // Gives the first request time to take the place, which the second could take otherwise.
        await Task.WhenAny(first, Task.Delay(TimeSpan.FromSeconds(2)));

        var second = (await _api.GetAsync(Export)).ExpectProblem(HttpStatusCode.ServiceUnavailable);
        Assert.Equal("30", second.Header("Retry-After"));

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        // The next request waits for the market as the first did, so it has the place.
        await Eventually.IsAsync(async () =>
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            try
            {
                await _api.GetAsync(Export, soon.Token);
                return false;
            }
            catch (OperationCanceledException)
            {
                return true;
            }
        });
    }

    [SkippableFact]
    public async Task An_export_that_ended_makes_room_for_the_next()
    {
        for (var export = 0; export < 5; export++) (await _api.GetAsync(Export)).Expect(HttpStatusCode.OK);
    }

    [SkippableFact]
    public async Task An_export_that_was_refused_takes_no_room()
    {
        for (var export = 0; export < 5; export++)
            await Eventually.IsAsync(async () => (await _api.GetAsync($"{Export}?min_price=abc")).Status == HttpStatusCode.UnprocessableEntity);
    }
}

public sealed class SqliteExportSlotTests() : ExportSlotTests(DatabaseProvider.Sqlite);

public sealed class PostgresExportSlotTests() : ExportSlotTests(DatabaseProvider.Postgres);
