using System.Text.RegularExpressions;
using HangarBay.Application.Contracts.BrowsingContracts;
using HangarBay.Application.Contracts.GettingRegions;
using HangarBay.Application.InMemory.Following;
using HangarBay.Application.Market;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.Infrastructure.Tests.Market;
using HangarBay.TestSupport;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HangarBay.Infrastructure.Tests.InMemory;

public sealed partial class FollowingOnSqlite() : FollowingTests(DatabaseProvider.Sqlite)
{
    /// <summary>
    /// Without statistics, as here, SQLite may scan a whole table to get rows in order instead of using the index of versions.
    /// </summary>
    [Fact]
    public async Task Changed_rows_are_found_by_the_index_of_versions_and_no_other_row_is_read()
    {
        var follower = StartProcess();
        await ListAsync(Row(1));
        await IdsAsync(follower);
        await ListAsync(Row(2));
        using var sent = new SentCommands(Database);
        await sent.UntilHeardAsync(() => QueryAsync(context => context.Set<Region>().CountAsync()));

        await IdsAsync(follower);

        var statements = sent.Take().Select(command => command.Text).Where(text => text.Contains("\"changed_in\" >", StringComparison.Ordinal)).ToList();
        Assert.Equal(10, statements.Count);
        foreach (var statement in statements) Assert.All(await PlanOfAsync(statement), step => Assert.StartsWith("SEARCH", step));
    }

    private async Task<IReadOnlyList<string>> PlanOfAsync(string statement)
    {
        await using var connection = new SqliteConnection(Database.Settings.ConnectionString);
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = $"EXPLAIN QUERY PLAN {statement}";
        foreach (var name in ParameterName().Matches(statement).Select(match => match.Value).Distinct()) explain.Parameters.AddWithValue(name, 1);
        await using var reader = await explain.ExecuteReaderAsync();
        var steps = new List<string>();
        while (await reader.ReadAsync()) steps.Add(reader.GetString(3));
        return steps;
    }

    [GeneratedRegex(@"@\w+")]
    private static partial Regex ParameterName();
}

public sealed class FollowingOnPostgres() : FollowingTests(DatabaseProvider.Postgres);

/// <summary>A process that serves holds the market of the database, after any change since it last read it.</summary>
public abstract class FollowingTests(DatabaseProvider provider) : MarketWriterTest(provider)
{
    [SkippableFact]
    public async Task Following_and_a_new_load_give_the_same_market_after_every_change()
    {
        var follower = StartProcess();
        var random = new Random(20_261_130);
        for (var change = 0; change < 40; change++)
        {
            await ChangeAnythingAsync(random);
            await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        }

        Assert.True((await HeldByAsync(follower)).Contracts > 50);
    }

    [SkippableFact]
    public async Task A_process_that_was_idle_during_changes_misses_none()
    {
        var follower = StartProcess();
        var random = new Random(7);
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        for (var change = 0; change < 25; change++) await ChangeAnythingAsync(random);

        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
    }

    [SkippableFact]
    public async Task A_restored_backup_is_read_again_even_if_its_version_is_higher_by_then()
    {
        var follower = StartProcess();
        for (var id = 1; id <= 3; id++) await ListAsync(Row(id));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);

        // Puts the database back to its state after the first change.
        await ExecuteAsync("DELETE FROM contracts WHERE contract_id > 1; DELETE FROM market_marks WHERE version > 1; UPDATE market_state SET version = 1");
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        Assert.Equal(1, (await HeldByAsync(follower)).Contracts);

        await ListAsync(Row(11));
        await ListAsync(Row(12));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        Assert.Equal((3, 3), ((int)(await HeldByAsync(follower)).Version, (await HeldByAsync(follower)).Contracts));

        await ExecuteAsync("DELETE FROM contracts WHERE contract_id > 1; DELETE FROM market_marks WHERE version > 1; UPDATE market_state SET version = 1");
        for (var id = 21; id <= 24; id++) await ListAsync(Row(id));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        Assert.Equal([1, 21, 22, 23, 24], await IdsAsync(follower));
    }

    [SkippableFact]
    public async Task The_same_version_with_another_history_is_noticed()
    {
        var follower = StartProcess();
        await ListAsync(Row(1), Row(2));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);

        await ExecuteAsync("DELETE FROM contracts; DELETE FROM market_marks; UPDATE market_state SET version = 0");
        await ListAsync(Row(3));

        Assert.Equal([3], await IdsAsync(follower));
    }

    [SkippableFact]
    public async Task Contracts_closed_and_pruned_while_the_process_was_idle_are_gone()
    {
        var follower = StartProcess();
        await ListAsync(Row(1), Row(2));
        Assert.Equal([1, 2], await IdsAsync(follower));

        await ChangeAsync(market => market.CloseAsync([new(1)], Clock.GetUtcNow(), default));
        Clock.Advance(TimeSpan.FromHours(1));
        await ListAsync(Row(3));
        Assert.Equal(1, await ChangeAsync(market => market.PruneAsync(Clock.GetUtcNow(), 100, default)));

        Assert.Equal([2, 3], await IdsAsync(follower));
    }

    [SkippableFact]
    public async Task A_new_name_appears_in_rows_that_are_held_already()
    {
        var follower = StartProcess();
        await ListAsync(Row(1));
        Assert.Null((await BrowseAsync(follower)).Items[0].IssuerName);

        await ChangeAsync(market => market.NameAsync([new Character(new CharacterId(2_112_000_000), "Ada Lovelace", Clock.GetUtcNow())], default));
        Assert.Equal("Ada Lovelace", (await BrowseAsync(follower)).Items[0].IssuerName);

        await ChangeAsync(market => market.CloseAsync([new(1)], Clock.GetUtcNow(), default));
        Assert.Empty((await BrowseAsync(follower)).Items);
        await ListAsync(Row(2));
        Assert.Equal("Ada Lovelace", (await BrowseAsync(follower)).Items[0].IssuerName);
    }

    [SkippableFact]
    public async Task A_row_changed_without_the_writer_is_found_reported_and_repaired()
    {
        var follower = StartProcess();
        await ListAsync(Row(1), Row(2), Row(3), Row(4));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        Assert.Empty(await ProveAsync(follower));

        await ExecuteAsync("UPDATE contracts SET price = 12345, price_now = 12345 WHERE contract_id = 2");
        await ExecuteAsync("UPDATE contracts SET closed_at = date_issued, closure = 'Gone' WHERE contract_id = 3");
        await ExecuteAsync("UPDATE contracts SET contract_id = 7 WHERE contract_id = 4");
        var differences = await ProveAsync(follower);

        Assert.Equal(["contract 2: Price, PriceNow", "contract 3: not open any more", "contract 4: not open any more", "contract 7: not held"], differences.Order());
        Assert.Empty(await ProveAsync(follower));
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        Assert.Equal([1, 2, 7], await IdsAsync(follower));
    }

    [SkippableFact]
    public async Task A_line_changed_without_the_writer_is_found()
    {
        var follower = StartProcess();
        await GivenLinesAsync(1, 10, 20);
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);

        await ExecuteAsync("UPDATE contract_lines SET type_id = 99 WHERE record_id = 10");

        Assert.Equal(["contract 1: Lines"], await ProveAsync(follower));
        Assert.Single((await BrowseAsync(follower, new BrowseContracts { TypeIds = [new(99)] })).Items);
    }

    [SkippableFact]
    public async Task The_whole_market_is_checked_slice_by_slice()
    {
        var follower = StartProcess();
        await ListAsync([.. Enumerable.Range(1, 1_300).Select(id => Row(id))]);
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
        await ExecuteAsync("UPDATE contracts SET price = 12345, price_now = 12345 WHERE contract_id = 1250");

        Assert.Empty(await ProveAsync(follower));
        Assert.Empty(await ProveAsync(follower));
        Assert.Equal(["contract 1250: Price, PriceNow"], await ProveAsync(follower));
    }

    [SkippableFact]
    public async Task All_parts_of_a_request_use_one_state_while_commits_happen()
    {
        var follower = StartProcess();
        await ListAsync(Row(1));
        await InScopeAsync(
            async services =>
            {
                var mediator = services.GetRequiredService<IMediator>();
                Assert.Equal(1, (await mediator.Send(new BrowseContracts())).Total);
                await ListAsync(Row(2));
                Assert.Equal(1, (await mediator.Send(new BrowseContracts())).Total);
                return (await mediator.Send(new GetRegions())).Regions;
            },
            follower);

        Assert.Equal(2, (await BrowseAsync(follower)).Total);
    }

    [SkippableFact]
    public async Task Readers_are_served_while_the_market_changes_and_each_sees_one_version()
    {
        var follower = StartProcess();
        await ListAsync(Row(1), Row(2));
        using var stopping = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            for (var asked = 0; !stopping.IsCancellationRequested; asked++)
            {
                // Contracts are listed and closed two at a time.
                var page = await BrowseAsync(follower);
                Assert.Equal((0, page.Total), (page.Total % 2, page.Items.Count));
                Assert.Equal(page.Total, page.SegmentCounts.ItemExchange);
            }
        })).ToList();

        for (var id = 3; id < 43; id += 2)
        {
            await ListAsync(Row(id), Row(id + 1));
            if (id % 3 == 0) await ChangeAsync(market => market.CloseAsync([new(id - 2), new(id - 1)], Clock.GetUtcNow(), default));
        }

        await stopping.CancelAsync();
        await Task.WhenAll(readers);
        await ThenItHoldsWhatTheDatabaseKeepsAsync(follower);
    }

    [SkippableFact]
    public async Task In_a_settled_market_a_list_reads_only_the_version()
    {
        await ListAsync(Row(1));
        await Process.GetRequiredService<BusyPeriods>().SettleAsync();
        var follower = StartProcess();
        await BrowseAsync(follower);
        using var sent = new SentCommands(Database);
        await sent.UntilHeardAsync(() => QueryAsync(context => context.Set<Region>().CountAsync()));

        await BrowseAsync(follower, new BrowseContracts { Search = "rokh", Facets = Enum.GetValues<FacetFamily>(), SystemIds = [new(30_000_142)] });

        Assert.InRange(sent.Take().Count, 0, 1);
    }

    [SkippableFact]
    public async Task A_process_that_only_writes_holds_no_market()
    {
        await ChangeAnythingAsync(new Random(1));

        Assert.Null(Process.GetRequiredService<LiveMarkets>().Status);
    }

    /// <summary>Makes one random change, of a few among about a hundred contracts.</summary>
    private async Task ChangeAnythingAsync(Random random)
    {
        var ids = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(1, 120)).Distinct().ToList();
        switch (random.Next(7))
        {
            case 0 or 1:
                var type = (ContractType)random.Next(5);
                await ListAsync([.. ids.Select(id => Row(id, type, random.Next(1, 1_000)))]);
                break;
            case 2:
                await ChangeAsync(market => market.CloseAsync([.. ids.Select(id => new ContractId(id))], Clock.GetUtcNow(), default));
                break;
            case 3:
                foreach (var id in ids) await GivenLinesAsync(id, random.Next(1, 9), random.Next(10, 20));
                break;
            case 4:
                await ChangeAsync(market => market.TakeBidsAsync([.. ids.Select(id => new ContractId(id))], auction => auction.TakeBids(
                    [new AuctionBid(auction.Id, random.Next(), Isk.Of(random.Next(1, 5_000)), Clock.GetUtcNow())], Clock.GetUtcNow()), default));
                break;
            case 5:
                await ChangeAsync(async market =>
                {
                    var named = Enumerable.Range(0, 3).Select(_ => new TypeId(random.Next(1, 20))).Distinct().ToList();
                    await market.NameAsync(
                        [.. named.Select(id => ItemType.Known(
                            id, LocalisedName.English($"Thing {random.Next(9)}"), new GroupId(random.Next(1, 4)), new CategoryId(random.Next(5, 8)), null, true, 1, Clock.GetUtcNow()))],
                        default);
                    await market.RederiveAsync(named, default);
                });
                break;
            default:
                await ChangeAsync(market => market.NameAsync(
                    [new Character(new CharacterId(2_112_000_000), $"Pilot {random.Next(9)}", Clock.GetUtcNow())], default));
                break;
        }
    }

    private async Task GivenLinesAsync(long id, params int[] records)
    {
        if (await QueryAsync(context => context.Set<Contract>().AnyAsync(contract => contract.Id == new ContractId(id))) is false) await ListAsync(Row(id));
        await ChangeAsync(market => market.GiveLinesAsync([new(id)], contract => contract.TakeLines(
            records.Distinct().Select(record => new ContractLine(contract.Id, record, new TypeId((record % 19) + 1), 1, record % 3 > 0)),
            _ => default), default));
    }

    private async Task ThenItHoldsWhatTheDatabaseKeepsAsync(IServiceProvider follower)
    {
        // Names are not part of a digest, so the worded rows are compared too.
        await using var fresh = Database.StartWriter(Clock);
        var everything = new BrowseContracts { Size = 100, SortBy = ContractSort.Price };
        var (followed, read) = (await BrowseAsync(follower, everything), await BrowseAsync(fresh, everything));
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(read), System.Text.Json.JsonSerializer.Serialize(followed));
        var (held, kept) = (await HeldByAsync(follower), await HeldByAsync(fresh));
        if (held.Digest != kept.Digest) Assert.Fail(string.Join("; ", await ProveAsync(follower)));
        Assert.Equal((kept.Version, kept.Contracts, kept.Digest), (held.Version, held.Contracts, held.Digest));
    }

    private static async Task<HeldMarketStatus> HeldByAsync(IServiceProvider process)
    {
        await process.GetRequiredService<LiveMarkets>().ReadAsync(CancellationToken.None);
        return process.GetRequiredService<LiveMarkets>().Status!;
    }

    private static Task<IReadOnlyList<string>> ProveAsync(IServiceProvider process) =>
        process.GetRequiredService<LiveMarkets>().ProveAsync(CancellationToken.None);

    protected async Task<IEnumerable<long>> IdsAsync(IServiceProvider process) => (await BrowseAsync(process)).Items.Select(row => row.ContractId).Order();

    private Task<ContractPage> BrowseAsync(IServiceProvider process, BrowseContracts? query = null) =>
        InScopeAsync(services => services.GetRequiredService<IMediator>().Send(query ?? new BrowseContracts { Size = 100 }), process);

    private async Task ExecuteAsync(string sql)
    {
        foreach (var statement in sql.Split(';')) await QueryAsync(context => context.Database.ExecuteSqlRawAsync(statement));
    }
}
