using System.Net.Http.Json;
using System.Text.Json;
using HangarBay.Application.Sync.ClaimingSource;
using HangarBay.Application.Sync.SeedingMarket;
using HangarBay.Domain.Contracts;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Reference.Given;
using HangarBay.Infrastructure.Tests.Sync.Given;

namespace HangarBay.Infrastructure.Tests.Reference;

public sealed class SeededSyncOnSqlite() : SeededSyncBehaviour(DatabaseProvider.Sqlite);

public sealed class SeededSyncOnPostgres() : SeededSyncBehaviour(DatabaseProvider.Postgres);

/// <summary>The first sweep of a database that was started from an archive.</summary>
public abstract class SeededSyncBehaviour(DatabaseProvider provider) : SyncTest(provider)
{
    private string _archive = "";

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _archive = Path.GetTempFileName();
        Settings["Market:Seed"] = _archive;
        Settings["Market:Regions"] = $"{Forge}";
    }

    public override async Task DisposeAsync()
    {
        File.Delete(_archive);
        await base.DisposeAsync();
    }

    [SkippableFact]
    public async Task The_list_that_the_archive_was_made_of_changes_nothing_and_asks_for_no_lines()
    {
        await GivenArchiveAsync();

        await SendAsync(new ClaimSource());
        var seeded = Assert.IsType<SeedResult.Seeded>(await SendAsync(new SeedMarket()));
        var summary = await SyncAsync();

        Assert.Equal((Listed.Count, Listed.Count), (seeded.Contracts, summary.Unchanged));
        Assert.Equal((0, 0, 0), (summary.New, summary.Closed, summary.Changed));
        Assert.Equal(0, seeded.SetAside);
        Assert.Empty(AskedLines());
        Assert.Equal(Listed.Count, (await CoverageAsync()).Listed);
    }

    [SkippableFact]
    public async Task All_contracts_that_ended_since_the_archive_are_closed_at_once()
    {
        await GivenArchiveAsync(archive =>
        {
            for (var id = 1; id <= 300; id++) archive.Contract(id);
        });

        await SendAsync(new ClaimSource());
        await SendAsync(new SeedMarket());
        var summary = await SyncAsync();

        Assert.Equal((300, Listed.Count), (summary.Closed, summary.Unchanged));
        Assert.Equal(Listed, await OpenAsync());
        Assert.All((await ContractsAsync()).Take(300), contract => Assert.Equal(ClosureEvidence.GoneEarly, contract.Closure));
    }

    /// <summary>An archive of the contracts that the sandbox lists in The Forge now, with all lines.</summary>
    private async Task GivenArchiveAsync(Action<SeedArchive>? more = null)
    {
        using var http = new HttpClient { BaseAddress = Esi.BaseAddress };
        var archive = new SeedArchive { Datasource = "sandbox" };
        foreach (var contract in (await http.GetFromJsonAsync<JsonElement>($"contracts/public/{Forge}?page=1")).EnumerateArray())
        {
            archive.Contract(contract, Forge);
            var id = contract.GetProperty("contract_id").GetInt64();
            if (contract.GetProperty("type").GetString() is "courier") continue;
            foreach (var line in (await http.GetFromJsonAsync<JsonElement>($"contracts/public/items/{id}?page=1")).EnumerateArray()) archive.Line(line, id);
        }

        more?.Invoke(archive);
        await File.WriteAllBytesAsync(_archive, archive.ToBytes());
        Esi.Requests.Clear();
    }
}
