using HangarBay.Application.Abstractions;
using HangarBay.Application.Market.Ports;
using HangarBay.Domain;
using HangarBay.Domain.Catalogue;
using HangarBay.Domain.Contracts;
using HangarBay.Domain.Coverage;
using HangarBay.Domain.Universe;
using HangarBay.Infrastructure.Persistence;
using HangarBay.TestSupport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static HangarBay.Infrastructure.Tests.Persistence.ContractSamples;

namespace HangarBay.Infrastructure.Tests.Persistence;

public sealed class BulkWriterOnSqlite() : BulkWriterBehaviour(DatabaseProvider.Sqlite);

public sealed class BulkWriterOnPostgres() : BulkWriterBehaviour(DatabaseProvider.Postgres);

public abstract class BulkWriterBehaviour(DatabaseProvider provider) : DatabaseBehaviour(provider)
{
    private static readonly ContractId Biggest = new(ContractId.MaxValue);

    [SkippableFact]
    public async Task New_rows_are_inserted_changed_ones_overwritten_and_equal_ones_left_alone()
    {
        Assert.Equal(2, await UpsertAsync(Exchange(1), Exchange(2)));

        Assert.Equal(2, await UpsertAsync(Exchange(1), Exchange(2, price: 1), Exchange(3)));

        Assert.Equal(0, await UpsertAsync(Exchange(1), Exchange(2, price: 1), Exchange(3)));
        Assert.Equal([285_000_000.25m, 1m, 285_000_000.25m], (await ContractsAsync()).Select(contract => contract.Price?.Amount));
    }

    [SkippableFact]
    public async Task A_value_that_becomes_null_and_back_is_a_change()
    {
        await UpsertAsync(Exchange(1));

        Assert.Equal(1, await UpsertAsync(Exchange(1, price: null)));
        Assert.Null((await ContractsAsync()).Single().Price);
        Assert.Equal(1, await UpsertAsync(Exchange(1)));
    }

    [SkippableFact]
    public async Task Every_column_comes_back_as_it_went_in()
    {
        Contract[] written = [Courier(1), Auction(2), WithBids(3), WithLines(4), Closed(5), Exchange(Biggest.Value, title: "𝕽𝖔𝖐𝖍 🛸 Рох")];
        await UpsertAsync(written);

        var read = await ContractsAsync();

        Assert.Equal(written.Length, read.Count);
        await AssertSameAsync(written, read);
    }

    [SkippableFact]
    public async Task Every_column_is_stored_as_EF_stores_it()
    {
        Contract[] contracts = [Courier(1), Auction(2), WithBids(3), WithLines(4), Closed(5)];
        await UpsertAsync(contracts);
        await UpsertAsync(contracts[3].Lines.ToArray());

        // EF finds no difference from what it would write, so the stored values are the same.
        var changed = await InScopeAsync(async services =>
        {
            var context = services.GetRequiredService<HangarBayDbContext>();
            var stored = await context.Set<Contract>().OrderBy(contract => contract.Id).ToListAsync();
            foreach (var (mine, theirs) in contracts.Zip(stored)) context.Entry(theirs).CurrentValues.SetValues(mine);
            return context.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged)
                .SelectMany(entry => entry.Properties.Where(property => property.IsModified).Select(property => property.Metadata.Name)).ToList();
        });
        Assert.Empty(changed);
    }

    [SkippableFact]
    public async Task The_last_of_two_rows_with_one_key_is_written()
    {
        Assert.Equal(2, await UpsertAsync(Exchange(1), Exchange(2), Exchange(1, price: 7)));
        Assert.Equal(7, (await ContractsAsync())[0].Price?.Amount);

        var contract = WithLines(1);
        var line = contract.Lines.First();
        Assert.Equal(1, await UpsertAsync(line, line));
    }

    [SkippableFact]
    public async Task Children_are_rows_of_their_own()
    {
        var contract = WithLines(1);
        await UpsertAsync(contract);
        Assert.Equal(2, await UpsertAsync(contract.Lines.ToArray()));

        var lines = await InScopeAsync(services => services.GetRequiredService<HangarBayDbContext>().Set<ContractLine>()
            .OrderBy(line => line.RecordId).ToListAsync());
        await AssertSameAsync(contract.Lines.OrderBy(line => line.RecordId).ToArray(), lines);
        Assert.Equal(long.MaxValue, lines[0].Quantity);
    }

    [SkippableFact]
    public async Task Lists_names_and_fractions_come_back_too()
    {
        var coverage = RegionCoverage.Of(TheForge);
        var page = new RegionPage(TheForge, 1, null, Issued, [ContractId.MaxValue, 1, 2]);
        var noIds = new RegionPage(TheForge, 2, "W/\"abc\"", Issued, []);
        var name = LocalisedName.Of([new(Language.En, "Jita"), new(Language.Ru, "Жита"), new(Language.Zh, "吉他 \"x\"")]);
        var system = new SolarSystem(new SystemId(30000142), name, SecurityStatus.Of(0.9459131360054016));
        var type = ItemType.Known(new TypeId(24688), name, new GroupId(27), CategoryId.Ship, null, true, 486000.25, Issued);

        await RoundTripAsync(coverage);
        await RoundTripAsync(page, noIds);
        await RoundTripAsync(system);
        await RoundTripAsync(type, ItemType.Unknown(new TypeId(34), Issued));
    }

    [SkippableFact]
    public async Task A_child_without_its_parent_is_refused()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => UpsertAsync(Line(Exchange(1), 1)));
    }

    [SkippableFact]
    public async Task Five_thousand_rows_are_written_and_rewritten()
    {
        Assert.Equal(5000, await UpsertAsync([.. Enumerable.Range(1, 5000).Select(id => Exchange(id))]));
        Assert.Equal(500, await UpsertAsync([.. Enumerable.Range(1, 5000).Select(id => Exchange(id, price: id % 10 == 0 ? 7 : 285_000_000.25m))]));
        Assert.Equal(5000, (await ContractsAsync()).Count);
    }

    [SkippableFact]
    public async Task Cancelling_in_the_middle_leaves_nothing_and_the_connection_usable()
    {
        using var source = new CancellationTokenSource();
        var rows = new CancellingRows([.. Enumerable.Range(1, 2000).Select(id => Exchange(id))], source, after: 1000);

        await InScopeAsync(async services =>
        {
            var bulk = services.GetRequiredService<IBulkWriter>();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => bulk.UpsertAsync(rows, source.Token));
            Assert.Equal(1, await bulk.UpsertAsync([Exchange(5000)], CancellationToken.None));
        });

        Assert.Equal([5000L], (await ContractsAsync()).Select(contract => contract.Id.Value));
    }

    [SkippableFact]
    public async Task New_rows_are_inserted_whole()
    {
        var contract = WithLines(1);
        Assert.Equal(1, await InScopeAsync(services => Bulk(services).InsertAsync([contract], default)));
        Assert.Equal(2, await InScopeAsync(services => Bulk(services).InsertAsync([.. contract.Lines], default)));

        await AssertSameAsync([contract], await ContractsAsync());
    }

    [SkippableFact]
    public async Task A_new_row_that_is_there_already_is_refused_and_nothing_is_written()
    {
        await UpsertAsync(Exchange(2));

        await Assert.ThrowsAsync<AlreadyExistsException>(() =>
            InScopeAsync(services => Bulk(services).InsertAsync([Exchange(1), Exchange(2, price: 7), Exchange(3)], default)));
        await AssertSameAsync([Exchange(2)], await ContractsAsync());
    }

    [SkippableFact]
    public async Task Only_the_named_properties_are_updated_and_only_of_rows_that_are_there()
    {
        await UpsertAsync(Exchange(1), Exchange(2));
        var dearer = new[] { Exchange(1, price: 7), Exchange(3, price: 7) };
        foreach (var contract in dearer) contract.MissLines(Issued, accepted: true);

        Assert.Equal(1, await InScopeAsync(services =>
            Bulk(services).UpdateAsync(dearer, [nameof(Contract.Price), nameof(Contract.LinesAttempts)], default)));

        var stored = await ContractsAsync();
        Assert.Equal([(1L, 7m, 1, false), (2L, 285_000_000.25m, 0, false)], stored.Select(contract =>
            (contract.Id.Value, contract.Price!.Value.Amount, contract.LinesAttempts, contract.AcceptedSeen)));
    }

    [SkippableFact]
    public async Task A_property_that_is_no_column_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            InScopeAsync(services => Bulk(services).UpdateAsync([Exchange(1)], [nameof(Contract.Headline)], default)));

    [SkippableFact]
    public async Task Without_rows_nothing_is_written()
    {
        Assert.Equal(0, await UpsertAsync<Contract>());
    }

    private async Task RoundTripAsync<T>(params T[] rows)
        where T : class
    {
        Assert.Equal(rows.Length, await UpsertAsync(rows));
        Assert.Equal(0, await UpsertAsync(rows));
        var keys = await InScopeAsync(services =>
            Task.FromResult(services.GetRequiredService<HangarBayDbContext>().Model.FindEntityType(typeof(T))!.FindPrimaryKey()!));
        foreach (var row in rows)
        {
            var key = keys.Properties.Select(property => property.GetGetter().GetClrValue(row)).ToArray();
            var read = await InScopeAsync(async services => await services.GetRequiredService<HangarBayDbContext>().FindAsync<T>(key));
            await AssertSameAsync([row], [read!]);
        }
    }

    private static IBulkWriter Bulk(IServiceProvider services) => services.GetRequiredService<IBulkWriter>();

    private Task<int> UpsertAsync<T>(params T[] rows)
        where T : class =>
        InScopeAsync(services => services.GetRequiredService<IBulkWriter>().UpsertAsync(rows, CancellationToken.None));

    private Task<List<Contract>> ContractsAsync() => InScopeAsync(services =>
        services.GetRequiredService<HangarBayDbContext>().Set<Contract>().AsNoTracking().OrderBy(contract => contract.Id).ToListAsync());

    private Task AssertSameAsync<T>(IReadOnlyList<T> expected, IReadOnlyList<T> actual)
        where T : class => InScopeAsync(services =>
    {
        var columns = services.GetRequiredService<HangarBayDbContext>().Model.FindEntityType(typeof(T))!.GetProperties().ToList();
        foreach (var (mine, theirs) in expected.Zip(actual))
        {
            Assert.All(columns, column => Assert.Equal(column.GetGetter().GetClrValue(mine), column.GetGetter().GetClrValue(theirs)));
        }

        return Task.CompletedTask;
    });
}
